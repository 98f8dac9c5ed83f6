package scot.fort.platform.sealing;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.SealedContent;

/** Opens sealed content: to answer an authorised request, to index it for matching, or to address a notification. */
public final class Opener {

    private final DataKeys keys;
    private final ContentCodec codec;

    Opener(DataKeys keys, ContentCodec codec) {
        this.keys = keys;
        this.codec = codec;
    }

    /**
     * Something sealed and the referral it belongs to.
     *
     * @param referralId must be the one it was sealed for
     */
    public record Envelope(SealedContent content, String referralId) {}

    /** Opens one. */
    public <T extends SpecificRecord> Opened<T> open(SealedContent sealed, String referralId, Class<T> type) {
        return open(sealed, referralId, type, keys.find(sealed.getKeyId()));
    }

    /** Opens many, in their order, with one look-up of all their keys. */
    public <T extends SpecificRecord> List<Opened<T>> openAll(List<Envelope> envelopes, Class<T> type) {
        var states = keys.find(envelopes.stream()
                .map(envelope -> envelope.content().getKeyId())
                .toList());
        return envelopes.stream()
                .map(envelope -> open(
                        envelope.content(),
                        envelope.referralId(),
                        type,
                        Objects.requireNonNull(states.get(envelope.content().getKeyId()))))
                .toList();
    }

    private <T extends SpecificRecord> Opened<T> open(
            SealedContent sealed, String referralId, Class<T> type, KeyState state) {
        return switch (state) {
            case KeyState.Destroyed() -> new Opened.Destroyed<>();
            case KeyState.Usable(var key) -> new Opened.Content<>(codec.decode(decrypt(sealed, referralId, key), type));
        };
    }

    private static byte[] decrypt(SealedContent sealed, String referralId, DataKey key) {
        var buffer = sealed.getCiphertext().duplicate();
        var ciphertext = new byte[buffer.remaining()];
        buffer.get(ciphertext);
        try {
            return key.decrypt(ciphertext, referralId);
        } catch (GeneralSecurityException altered) {
            throw new BrokenSealException(key.id());
        }
    }
}
