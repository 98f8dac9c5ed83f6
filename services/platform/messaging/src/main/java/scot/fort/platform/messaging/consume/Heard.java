package scot.fort.platform.messaging.consume;

/**
 * That there is an event.
 *
 * @param key of the record; the referral, where the topic has one key each
 * @param sequence within (key, source)
 */
public record Heard(String key, String source, long sequence) {}
