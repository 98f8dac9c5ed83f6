package scot.fort.platform.service;

import scot.fort.platform.lifecycle.Grant;

/**
 * One read of a child's record; a document and a stream of its own, of one event.
 *
 * @param operation what was called
 * @param outcome how the reader came to see it
 */
public record Access(String referralId, String operation, Purpose purpose, Grant.Kind outcome) {}
