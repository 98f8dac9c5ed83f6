/**
 * Speaks to a schema registry over the Confluent API, so that every schema of a topic is known by a number.
 *
 * <p>Plain Java on {@code java.net.http}: nothing on Maven Central that speaks this API is small, maintained and at home
 * beside Spring Boot 4. It is configured with Confluent's own property names, so a deployment that has the genuine
 * libraries can use them instead.
 */
@NullMarked
package scot.fort.platform.messaging.registry;

import org.jspecify.annotations.NullMarked;
