package scot.fort.triage.screening.kafka;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.sealing.Sealed;
import scot.fort.triage.screening.Receipt;

/** Reads the receipt of a referral. */
final class Receipts {

    private Receipts() {}

    static Receipt of(ReferralReceived event, EventMetadata by) {
        return new Receipt(
                event.getReference(),
                Lane.valueOf(event.getLane().name()),
                event.getReceivedAt(),
                event.getConcernsOccurredAt(),
                event.getSourceSystem(),
                by.getOrganisation(),
                event.getReferrerRole().name(),
                children(event.getChildren()),
                event.getConcerns().stream()
                        .map(concern -> new Receipt.Concern(
                                concern.getCode().name(), concern.getSubject().name(), concern.getAbout()))
                        .toList(),
                codes(event.getWellbeing()),
                codes(event.getSupportRequested()),
                event.getImmediateDanger(),
                event.getRestricted(),
                lawfulBasis(event.getLawfulBasis()),
                Sealed.of(event.getContent()));
    }

    static List<Receipt.Child> children(List<ChildSummary> children) {
        return children.stream()
                .map(child ->
                        new Receipt.Child(child.getRef(), child.getAgeYears(), child.getUnborn(), child.getWard()))
                .toList();
    }

    private static Receipt.LawfulBasis lawfulBasis(scot.fort.events.common.LawfulBasis basis) {
        Boolean given = basis.getConsentGiven();
        return Receipt.LawfulBasis.sent(
                basis.getArticle6().name(),
                code(basis.getArticle9()),
                basis.getFamilyInformed(),
                given == null ? null : new Consent(given, basis.getConsentBy(), basis.getConsentAt()));
    }

    private static List<String> codes(List<? extends Enum<?>> codes) {
        return codes.stream().<String>map(Enum::name).toList();
    }

    private static @Nullable String code(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
