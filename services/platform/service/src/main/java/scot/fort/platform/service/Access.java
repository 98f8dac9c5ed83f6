package scot.fort.platform.service;

/**
 * One read of a child's record; a document and a stream of its own, of one event.
 *
 * @param operation what was called
 * @param purpose code
 */
public record Access(String referralId, String operation, String purpose) {}
