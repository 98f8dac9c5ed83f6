/**
 * The backing servers of FORT as plain child processes, without Docker: a real Kafka, a real schema registry, MongoDB and a mail server.
 *
 * <p>Used by the launcher ({@code ./fort up}) and by the tests. To start all of them in parallel and use them:
 *
 * <pre>{@code
 * try (Stack stack = Stack.start(dataFolder, Ports.free(), MongoStorage.MEMORY)) {
 *     stack.awaitReady(Duration.ofSeconds(90));
 *     Addresses addresses = stack.addresses();   // kafka(), registryUrl(), mongodbUri(), smtp, imap
 *     Topics.create(addresses.kafka(), "fort");  // every topic of infra/kafka/topics, with this prefix
 * }
 * }</pre>
 *
 * <p>{@code Stack.start} writes {@code stack.properties} into the data folder; {@code Stack.attach(dataFolder)} gives another process
 * the same stack, and {@code Addresses.read(file)} only its addresses. {@code stack.kafka()}, {@code registry()}, {@code mongo()} (empty
 * when {@code FORT_MONGODB_URI} names a server of somebody else) and {@code mail()} are {@link scot.fort.local.Part}s, which can be
 * stopped, killed, paused, resumed and restarted on the same port and data: {@code part.kill(); part.restart(deadline)}.
 *
 * <p>A stack ends with the process that started it, unless that process calls {@link scot.fort.local.Stack#detach()}.
 * Everything listens on loopback only. Whatever goes wrong with a part is a {@link scot.fort.local.PartFailure} whose message is one
 * clear line for the person at the terminal.
 */
@NullMarked
package scot.fort.local;

import org.jspecify.annotations.NullMarked;
