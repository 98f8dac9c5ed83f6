package scot.fort.timeline.history;

/**
 * A part of an event that is sealed under the referral's data key; kept as it came, until the
 * referral is erased.
 *
 * @param field of the event
 * @param content the content record inside, for example {@code FreeText}
 */
public record SealedPart(String field, String content, String keyId, byte[] ciphertext) {

    /** Without its content; that there was something stays in the history. */
    SealedPart emptied() {
        return new SealedPart(field, content, keyId, new byte[0]);
    }

    /** Whether the referral was erased. */
    public boolean isEmptied() {
        return ciphertext.length == 0;
    }
}
