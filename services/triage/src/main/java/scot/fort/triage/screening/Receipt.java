package scot.fort.triage.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.sealing.Sealed;

/**
 * The referral as intake received it: codes and times in clear, all else sealed.
 *
 * @param reference the speakable one
 * @param receivedAt when it was received first
 * @param occurredAt when what is reported happened
 * @param organisation that sent it
 * @param children as the last correction has them; the first statement stays in the sealed content
 * @param wellbeing codes of the SHANARRI indicators
 * @param supportRequested codes
 * @param restricted visible to nobody without a grant
 * @param content a sealed {@code ReferralContent}
 */
public record Receipt(
        String reference,
        Lane lane,
        Instant receivedAt,
        Instant occurredAt,
        String sourceSystem,
        String organisation,
        String referrerRole,
        List<Child> children,
        List<Concern> concerns,
        List<String> wellbeing,
        List<String> supportRequested,
        boolean immediateDanger,
        boolean restricted,
        LawfulBasis lawfulBasis,
        Sealed content) {

    /**
     * What may be said of a child in clear.
     *
     * @param ref the child's reference within the referral
     * @param ageYears whole years at receipt
     * @param ward a code
     */
    public record Child(
            String ref,
            @Nullable Integer ageYears,
            boolean unborn,
            @Nullable String ward) {}

    /**
     * What is worrying.
     *
     * @param code what
     * @param subject whose situation or behaviour it is about
     * @param about reference of that person within the referral
     */
    public record Concern(
            String code, String subject, @Nullable String about) {}

    /**
     * Why the information may be shared, in the codes of the UK GDPR's articles.
     *
     * @param consent the word that decides: a refusal before any consent
     * @param consents the last word of each person
     */
    public record LawfulBasis(
            String article6,
            @Nullable String article9,
            @Nullable Boolean familyInformed,
            @Nullable Consent consent,
            List<Consent> consents) {

        /** @param consent as it was sent, if it was */
        public static LawfulBasis sent(
                String article6,
                @Nullable String article9,
                @Nullable Boolean familyInformed,
                @Nullable Consent consent) {
            return new LawfulBasis(
                    article6, article9, familyInformed, consent, consent == null ? List.of() : List.of(consent));
        }

        LawfulBasis changed(Consent word) {
            Consents told = new Consents(consents).and(word);
            return new LawfulBasis(
                    article6, article9, familyInformed, told.decisive().orElse(null), told.words());
        }
    }

    public Receipt {
        children = List.copyOf(children);
        concerns = List.copyOf(concerns);
        wellbeing = List.copyOf(wellbeing);
        supportRequested = List.copyOf(supportRequested);
    }

    List<String> childrenRefs() {
        return children.stream().map(Child::ref).toList();
    }

    Receipt withChildren(List<Child> corrected) {
        return with(corrected, lawfulBasis);
    }

    Receipt withConsent(Consent consent) {
        return with(children, lawfulBasis.changed(consent));
    }

    /** Without what was personal. */
    Receipt emptied() {
        return with(children, lawfulBasis, content.emptied());
    }

    private Receipt with(List<Child> nowChildren, LawfulBasis nowBasis) {
        return with(nowChildren, nowBasis, content);
    }

    private Receipt with(List<Child> nowChildren, LawfulBasis nowBasis, Sealed nowContent) {
        return new Receipt(
                reference,
                lane,
                receivedAt,
                occurredAt,
                sourceSystem,
                organisation,
                referrerRole,
                nowChildren,
                concerns,
                wellbeing,
                supportRequested,
                immediateDanger,
                restricted,
                nowBasis,
                nowContent);
    }
}
