package scot.fort.timeline.history;

/**
 * A part of an event that is sealed under the referral's data key; kept as it came.
 *
 * @param field of the event
 * @param content the content record inside, for example {@code FreeText}
 */
public record SealedPart(String field, String content, String keyId, byte[] ciphertext) {}
