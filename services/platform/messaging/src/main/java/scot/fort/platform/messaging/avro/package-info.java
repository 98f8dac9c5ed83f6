/**
 * Events as bytes on a topic: Avro in Confluent's wire format, which any Confluent-compatible consumer can read.
 *
 * <p>{@link scot.fort.platform.messaging.avro.FortAvroSerializer} and {@link
 * scot.fort.platform.messaging.avro.FortAvroDeserializer} take the configuration of Confluent's own classes and write the
 * same bytes, so either can stand in for the other by class name.
 */
@NullMarked
package scot.fort.platform.messaging.avro;

import org.jspecify.annotations.NullMarked;
