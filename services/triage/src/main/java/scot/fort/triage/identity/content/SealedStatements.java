package scot.fort.triage.identity.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import scot.fort.events.content.Address;
import scot.fort.events.content.Adult;
import scot.fort.events.content.Child;
import scot.fort.events.content.Correction;
import scot.fort.events.content.Corrections;
import scot.fort.events.content.ReferralContent;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.sealing.BrokenSealException;
import scot.fort.platform.sealing.Opener;
import scot.fort.triage.identity.Statements;
import scot.fort.triage.matching.Home;
import scot.fort.triage.matching.Particulars;
import scot.fort.triage.screening.CaseNotes;
import scot.fort.triage.screening.Receipt;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** What referrals say of children, from the content that the screenings keep sealed. */
@Component
final class SealedStatements implements Statements {

    private static final Logger LOG = LoggerFactory.getLogger(SealedStatements.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Not a foster carer, whose telephone children share who have nothing else to do with each other. */
    private static final Set<String> AT_HOME =
            Set.of("MOTHER", "FATHER", "STEP_PARENT", "GRANDPARENT", "KINSHIP_CARER", "PARTNER_OF_PARENT");

    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Opener opener;

    SealedStatements(AggregateStore<Screening, ScreeningEvent> screenings, Opener opener) {
        this.screenings = screenings;
        this.opener = opener;
    }

    @Override
    public Optional<Map<String, List<Particulars>>> of(String referralId, int count) {
        return screenings
                .find(referralId)
                .map(Aggregate::require)
                .filter(screening -> screening.isReceived()
                        && screening.notes().corrections().size() + 1 >= count)
                .map(screening -> screening.erased() ? Map.of() : opened(referralId, screening));
    }

    private Map<String, List<Particulars>> opened(String referralId, Screening screening) {
        try {
            Receipt receipt = screening.known();
            return opener.open(receipt.content().toAvro(), referralId, ReferralContent.class)
                    .content()
                    .map(content -> particulars(
                            content,
                            corrections(referralId, screening.notes()),
                            LocalDate.ofInstant(receipt.receivedAt(), ZONE)))
                    .orElse(Map.of());
        } catch (BrokenSealException | DateTimeException unreadable) {
            LOG.error("The content of {} cannot be opened; its children cannot be matched", referralId);
            return Map.of();
        }
    }

    private List<Correction> corrections(String referralId, CaseNotes notes) {
        return notes.corrections().stream()
                .flatMap(told -> opener.open(told.content().toAvro(), referralId, Corrections.class).content().stream())
                .flatMap(corrections -> corrections.getCorrections().stream())
                .toList();
    }

    private static Map<String, List<Particulars>> particulars(
            ReferralContent content, List<Correction> corrections, LocalDate day) {
        List<String> phones = content.getAdults().stream()
                .filter(adult -> adult.getRelationship() != null && AT_HOME.contains(adult.getRelationship()))
                .map(Adult::getPhone)
                .filter(Objects::nonNull)
                .toList();
        Map<String, List<Particulars>> byRef = new HashMap<>();
        for (Child child : content.getChildren()) {
            Particulars first = first(child, phones, day);
            Particulars last = first;
            for (Correction correction : corrections) {
                last = correction.getRef().equals(child.getRef()) ? corrected(last, correction) : last;
            }
            byRef.put(child.getRef(), List.of(first, last));
        }
        return byRef;
    }

    private static Particulars first(Child child, List<String> phones, LocalDate day) {
        Integer age = child.getAgeEstimate();
        return new Particulars(
                child.getGivenName(),
                child.getFamilyName(),
                child.getKnownAs(),
                date(child.getDateOfBirth()),
                date(child.getExpectedDateOfBirth()),
                age == null ? null : new Particulars.AgeEstimate(age, day),
                child.getChi(),
                child.getScn(),
                home(child.getAddress()),
                phones);
    }

    private static Particulars corrected(Particulars child, Correction correction) {
        return new Particulars(
                child.givenName(),
                child.familyName(),
                child.knownAs(),
                or(date(correction.getDateOfBirth()), child.dateOfBirth()),
                or(date(correction.getExpectedDateOfBirth()), child.expectedDateOfBirth()),
                child.age(),
                or(correction.getChi(), child.chi()),
                or(correction.getScn(), child.scn()),
                or(home(correction.getAddress()), child.home()),
                child.phones());
    }

    private static <T> @Nullable T or(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }

    private static @Nullable Home home(@Nullable Address address) {
        return address == null ? null : new Home(address.getLines(), address.getPostcode());
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
