package scot.fort.intake.referral.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scot.fort.events.content.Address;
import scot.fort.events.content.Child;
import scot.fort.events.content.Correction;
import scot.fort.events.content.Corrections;
import scot.fort.events.content.ReferralContent;
import scot.fort.intake.referral.Amendment;
import scot.fort.intake.referral.ChildInBrief;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.form.ChildForm;
import scot.fort.intake.referral.form.InformationRequest.CorrectionForm;
import scot.fort.intake.referral.form.ReferralRules;
import scot.fort.intake.referral.form.RuleCode;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.web.problem.FieldFault;

/**
 * Corrects what was sent about the children: judges the correction against what was stated first, and says how the
 * children stand after it. Corrections are kept beside the first statement, and the last word on each member counts.
 */
public final class Corrector {

    private final ReferralSeals seals;

    public Corrector(ReferralSeals seals) {
        this.seals = seals;
    }

    /** What came of it. */
    public sealed interface Corrected {

        record Done(Amendment amendment) implements Corrected {}

        /** It does not fit to what was sent first. */
        record Faulty(List<FieldFault> faults) implements Corrected {}
    }

    public Corrected correct(String referralId, Referral referral, List<CorrectionForm> forms) {
        Map<String, Child> stated = new LinkedHashMap<>();
        Optional.ofNullable(referral.content())
                .flatMap(content -> seals.open(referralId, content, ReferralContent.class))
                .ifPresent(content -> content.getChildren().forEach(child -> stated.put(child.getRef(), child)));
        List<Correction> sent = forms.stream().map(ContentRecords::correction).toList();
        Map<String, Correction> all = earlier(referralId, referral);
        sent.forEach(correction -> all.merge(correction.getRef(), correction, Corrector::lastWord));

        List<FieldFault> faults = faults(sent, stated, all);
        if (!faults.isEmpty()) {
            return new Corrected.Faulty(faults);
        }
        LocalDate receivedOn = LocalDate.ofInstant(referral.receivedAt(), ReferralRules.ZONE);
        List<ChildInBrief> children = stated.values().stream()
                .map(child -> brief(child, all.get(child.getRef()), receivedOn))
                .toList();
        return new Corrected.Done(new Amendment(
                children, seal(referralId, referral, sent), seal(referralId, referral, List.copyOf(all.values()))));
    }

    private Map<String, Correction> earlier(String referralId, Referral referral) {
        Map<String, Correction> byRef = new LinkedHashMap<>();
        if (referral.corrections() != null) {
            seals.open(referralId, referral.corrections(), Corrections.class).ifPresent(corrections -> corrections
                    .getCorrections()
                    .forEach(correction -> byRef.put(correction.getRef(), correction)));
        }
        return byRef;
    }

    private Sealed seal(String referralId, Referral referral, List<Correction> corrections) {
        return seals.seal(referralId, referral.keyId(), new Corrections(corrections));
    }

    private static List<FieldFault> faults(
            List<Correction> sent, Map<String, Child> stated, Map<String, Correction> all) {
        List<FieldFault> faults = new ArrayList<>();
        for (int index = 0; index < sent.size(); index++) {
            String ref = sent.get(index).getRef();
            String place = "/corrections/" + index;
            Child child = stated.get(ref);
            if (child == null) {
                faults.add(RuleCode.UNRESOLVED_REF.at(place + "/ref", "Must be the ref of a child of this referral."));
            } else if (!ReferralRules.chiAgrees(sent.get(index).getChi(), birth(child, all.get(ref)))) {
                faults.add(RuleCode.DISAGREES.at(place + "/chi", "Does not agree with the date of birth."));
            }
        }
        return faults;
    }

    private static ChildInBrief brief(Child child, @Nullable Correction correction, LocalDate receivedOn) {
        Address address = now(child.getAddress(), correction, Correction::getAddress);
        return ChildForm.brief(
                child.getRef(),
                birth(child, correction),
                date(now(child.getExpectedDateOfBirth(), correction, Correction::getExpectedDateOfBirth)),
                child.getAgeEstimate(),
                address == null ? null : address.getWard(),
                receivedOn);
    }

    private static @Nullable LocalDate birth(Child child, @Nullable Correction correction) {
        return date(now(child.getDateOfBirth(), correction, Correction::getDateOfBirth));
    }

    private static Correction lastWord(Correction earlier, Correction later) {
        return new Correction(
                later.getRef(),
                now(earlier.getDateOfBirth(), later, Correction::getDateOfBirth),
                now(earlier.getExpectedDateOfBirth(), later, Correction::getExpectedDateOfBirth),
                now(earlier.getChi(), later, Correction::getChi),
                now(earlier.getScn(), later, Correction::getScn),
                now(earlier.getAddress(), later, Correction::getAddress));
    }

    private static <T> @Nullable T now(
            @Nullable T before, @Nullable Correction correction, Function<Correction, @Nullable T> member) {
        T corrected = correction == null ? null : member.apply(correction);
        return corrected == null ? before : corrected;
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
