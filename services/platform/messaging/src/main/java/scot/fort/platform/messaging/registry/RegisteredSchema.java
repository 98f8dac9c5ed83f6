package scot.fort.platform.messaging.registry;

import org.apache.avro.Schema;

/**
 * One version of a subject.
 *
 * @param id the number that the wire format carries
 * @param version counted within the subject, from 1
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
