package scot.fort.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The parts of one stack, known by its data folder: started together, found again by another process, ended together.
 *
 * <p>Unless {@link #detach()}ed, its processes end with the process that started them.
 */
public final class Stack implements AutoCloseable {
    private static final String FILE = "stack.properties";
    private static final String STORAGE = "mongodb.storage";

    private final Path folder;
    private final Records records;
    private final Ports ports;
    private final Part kafka;
    private final Part registry;
    private final Optional<Part> mongo;
    private final Part mail;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final int backingParts;
    private final Thread endOfProcess = new Thread(this::end, "end of stack");
    private volatile boolean ending;

    private Stack(Path folder, Records records) {
        this.folder = folder;
        this.records = records;
        ports = Ports.read(records);
        MongoStorage storage = MongoStorage.valueOf(records.require(STORAGE));
        kafka = add(Kafka.definition(folder("kafka"), log("kafka"), ports.kafka(), ports.kafkaController()));
        registry = add(
                Registry.definition(folder("registry"), log("registry"), ports.registry(), ports.registryManagement()));
        mongo = addresses().mongodbUri().equals(Mongo.uri(ports.mongodb()))
                ? Optional.of(add(Mongo.definition(folder("mongodb"), log("mongodb"), ports.mongodb(), storage)))
                : Optional.empty();
        mail = add(Mail.definition(folder("mail"), log("mail"), ports.smtp(), ports.imap()));
        backingParts = parts.size();
    }

    /** Starts every backing part at once and returns without waiting; a stack that runs there already is a {@link PartFailure}. */
    public static Stack start(Path folder, Ports ports, MongoStorage storage) {
        Path absolute = folder.toAbsolutePath().normalize();
        Records records = new Records(absolute.resolve(FILE));
        if (records.anyAlive()) {
            throw new PartFailure("A stack is running in " + absolute + " already; stop it first.");
        }
        addresses(ports).writeTo(records);
        ports.writeTo(records);
        records.put(STORAGE, storage);
        records.save();
        Stack stack = new Stack(absolute, records);
        stack.parts.forEach(Part::requireFreePorts);
        Runtime.getRuntime().addShutdownHook(stack.endOfProcess);
        try {
            stack.parts.forEach(Part::start);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** The stack that was started in this folder, whether its parts run or not. */
    public static Stack attach(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new Stack(absolute, new Records(absolute.resolve(FILE)));
    }

    /** True when a stack was ever started in this folder. */
    public static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** True when any process of the stack that was started in this folder is still there. */
    public static boolean runsIn(Path folder) {
        return new Records(folder.resolve(FILE)).anyAlive();
    }

    /** Adds a further process, a service for instance, which then belongs to the stack; not started if it does not run yet. */
    public Part add(PartDefinition definition) {
        Part part = Part.of(definition, records, () -> !ending);
        parts.add(part);
        return part;
    }

    public Part kafka() {
        return kafka;
    }

    public Part registry() {
        return registry;
    }

    /** Empty when {@code FORT_MONGODB_URI} named a server of somebody else when the stack was started. */
    public Optional<Part> mongo() {
        return mongo;
    }

    public Part mail() {
        return mail;
    }

    /** All parts in the order of their start. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    public Ports ports() {
        return ports;
    }

    public Addresses addresses() {
        return Addresses.read(records);
    }

    /** The file that tells another process where everything is. */
    public Path file() {
        return folder.resolve(FILE);
    }

    /** Where a part of this name keeps what it has. */
    public Path folder(String part) {
        return folder.resolve(part);
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    /** A note that is kept with the stack, so that whoever attaches to it can read it. */
    public void note(String key, String value) {
        records.put("note." + key, value);
        records.save();
    }

    public Optional<String> note(String key) {
        return records.get("note." + key);
    }

    /** Returns when every part answers; the bound is for all of them together. */
    public Stack awaitReady(Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        parts.forEach(part -> part.awaitReady(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
        return this;
    }

    /** Lets the parts live on when this process ends. */
    public void detach() {
        Runtime.getRuntime().removeShutdownHook(endOfProcess);
    }

    /** Stops what was added, all at once, then the backing parts, and returns when all have ended. */
    public void stopAll() {
        List<Part> all = parts();
        stopTogether(all.subList(backingParts, all.size()));
        stopTogether(all.subList(0, backingParts));
    }

    private void end() {
        ending = true;
        stopAll();
    }

    private static void stopTogether(List<Part> parts) {
        parts.forEach(Part::requestStop);
        parts.forEach(Part::stop);
    }

    @Override
    public void close() {
        stopAll();
    }

    private static Addresses addresses(Ports ports) {
        return new Addresses(
                "127.0.0.1:" + ports.kafka(),
                Registry.url(ports.registry()),
                Mongo.external().orElseGet(() -> Mongo.uri(ports.mongodb())),
                "127.0.0.1",
                ports.smtp(),
                "127.0.0.1",
                ports.imap());
    }
}
