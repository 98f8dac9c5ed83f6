package scot.fort.intake.referral.content;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.ReferralContent;
import scot.fort.intake.referral.Fingerprints;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.SubmittedContent;
import scot.fort.intake.referral.form.InformationRequest;
import scot.fort.intake.referral.form.ReferralForm;
import scot.fort.platform.sealing.DataKey;
import scot.fort.platform.sealing.KeyPool;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.sealing.Sealer;
import tools.jackson.databind.JsonNode;

/** Seals and opens what is personal in referrals. */
public final class ReferralSeals implements Fingerprints {

    private final KeyPool keys;
    private final Sealer sealer;
    private final Opener opener;

    public ReferralSeals(KeyPool keys, Sealer sealer, Opener opener) {
        this.keys = keys;
        this.sealer = sealer;
        this.opener = opener;
    }

    /**
     * A body that was accepted.
     *
     * @param body the tree it was read from
     * @param digest of the body
     */
    public SubmittedContent submitted(ReferralForm form, JsonNode body, String digest) {
        JsonNode extensions = body.get("extensions");
        ReferralContent content = ContentRecords.referral(form, extensions == null ? null : extensions.toString());
        FreeText fingerprint = new FreeText(digest);
        return referralId -> {
            DataKey key = keys.take();
            return new SubmittedContent.Secured(
                    Sealed.of(sealer.seal(key, referralId, content)),
                    Sealed.of(sealer.seal(key, referralId, fingerprint)));
        };
    }

    @Override
    public boolean isOf(String digest, String referralId, Sealed fingerprint) {
        return words(referralId, fingerprint).filter(digest::equals).isPresent();
    }

    /** Free text about a referral. */
    public @Nullable Sealed text(String referralId, Referral referral, @Nullable String text) {
        return text == null || text.isEmpty() ? null : added(referralId, referral, new FreeText(text));
    }

    /** What a referrer adds. */
    public Sealed information(String referralId, Referral referral, InformationRequest information) {
        return added(referralId, referral, ContentRecords.information(information));
    }

    /** By what a body about a referral is known again. */
    public Sealed fingerprint(String referralId, Referral referral, String digest) {
        return added(referralId, referral, new FreeText(digest));
    }

    /** To an erased referral nothing can be added; it says so itself, whether its key is destroyed yet or not. */
    private Sealed added(String referralId, Referral referral, SpecificRecord content) {
        return referral.isErased()
                ? new Sealed(referral.keyId(), new byte[0])
                : seal(referralId, referral.keyId(), content);
    }

    /** The words in a free text; empty when they were erased. */
    public Optional<String> words(String referralId, Sealed text) {
        return open(referralId, text, FreeText.class).map(FreeText::getText);
    }

    Sealed seal(String referralId, String keyId, SpecificRecord content) {
        return Sealed.of(sealer.seal(keyId, referralId, content));
    }

    <T extends SpecificRecord> Optional<T> open(String referralId, Sealed sealed, Class<T> type) {
        return opener.open(sealed.toAvro(), referralId, type).content();
    }
}
