package scot.fort.platform.service;

/**
 * One read of a child's record; a document and a stream of its own, of one event.
 *
 * @param operation what was called
 */
public record Access(String referralId, String operation, Purpose purpose) {}
