package scot.fort.benchmark;

import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scot.fort.launcher.LocalStack;
import scot.fort.launcher.Service;
import scot.fort.launcher.StackPorts;
import scot.fort.local.Home;
import scot.fort.local.MongoStorage;
import scot.fort.local.Part;
import scot.fort.local.PartDefinition;
import scot.fort.local.Ports;

/**
 * The stack that is measured: the backing parts as {@code ./fort up} has them, the services and the bare endpoint with the
 * flags of their image, so that all are compiled as in production.
 */
final class Rig implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Path BARE = Path.of("infra/benchmarks/bare/target/app/fort-benchmark-bare.jar");
    private static final int UNAUTHORIZED = 401;

    /** As in infra/docker/Dockerfile; 60 % of the 512 MiB that a service has there. */
    private static final List<String> FLAGS = List.of(
            "-Xmx307m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** A database of its own, since rounds empty it, and a rate limit that two processors never reach. */
    private static final Map<String, String> SETTINGS = Map.of(
            "FORT_DATABASE_PREFIX", "fort_benchmark",
            "FORT_RATE_LIMIT_PER_SECOND", "1000000",
            "FORT_RATE_LIMIT_BURST", "1000000");

    /** Without an index for what children are found by, which the embedded database has not, each is compared with all others. */
    private static final Map<String, String> WITHOUT_INDEXES = Map.of("FORT_MATCHING_POLL", "24h");

    private final LocalStack fort;
    private final Part intake;
    private final Part bare;

    private Rig(LocalStack fort) {
        this.fort = fort;
        this.intake = add(Service.REFERRAL_INTAKE);
        this.bare = fort.stack().add(bare(fort)).start();
    }

    static Rig start(Path folder) {
        LocalStack fort = LocalStack.start(folder, StackPorts.free(), MongoStorage.MEMORY, Set.of(Service.IDENTITY));
        try {
            Rig rig = new Rig(fort);
            fort.awaitReady(READY);
            return rig;
        } catch (RuntimeException failed) {
            fort.close();
            throw failed;
        }
    }

    /** Starts the services that follow intake's events. */
    void startConsumers() {
        for (Service service : List.of(Service.TRIAGE, Service.ALLOCATION, Service.NOTIFICATION, Service.TIMELINE)) {
            add(service);
        }
        fort.awaitReady(READY);
    }

    /** Starts triage alone; gives its port. */
    int startTriage() {
        Part triage = add(Service.TRIAGE);
        fort.awaitReady(READY);
        return triage.port();
    }

    String kafka() {
        return fort.addresses().kafka();
    }

    String mongodbUri() {
        return fort.addresses().mongodbUri();
    }

    String token(String client) {
        return fort.token(client);
    }

    int intake() {
        return intake.port();
    }

    int bare() {
        return bare.port();
    }

    List<Part> parts() {
        return fort.parts();
    }

    List<String> tokens() {
        return List.of(fort.token("school-rosebank"), fort.token("school-craigie"), fort.token("nhs-health-visiting"));
    }

    Database database() {
        return new Database(fort.addresses().mongodbUri());
    }

    boolean hasOwnDatabase() {
        return fort.stack().mongo().isPresent();
    }

    Broker broker() {
        return new Broker(fort.addresses().kafka());
    }

    /** What intake has sent to the database so far. */
    Commands commands() {
        return Commands.of(fort.managementUrl(Service.REFERRAL_INTAKE), fort.token("operator"));
    }

    private Part add(Service service) {
        PartDefinition local = fort.definition(service);
        Map<String, String> environment = new HashMap<>(local.environment());
        environment.putAll(SETTINGS);
        if (hasOwnDatabase()) {
            environment.putAll(WITHOUT_INDEXES);
        }
        return fort.stack()
                .add(new PartDefinition(
                        local.name(),
                        local.ports(),
                        java(service.jar()),
                        environment,
                        local.folder(),
                        local.log(),
                        local.readiness()))
                .start();
    }

    private static PartDefinition bare(LocalStack fort) {
        int port = Ports.anyFree(new HashSet<>());
        Map<String, String> environment = Map.of(
                "FORT_PORT", Integer.toString(port),
                "FORT_ISSUER_URI", fort.url(Service.IDENTITY),
                "FORT_MONGODB_URI", fort.addresses().mongodbUri());
        return new PartDefinition(
                "bare endpoint",
                List.of(port),
                java(Home.find().resolve(BARE)),
                environment,
                fort.stack().folder("bare"),
                fort.stack().log("bare"),
                () -> asksForToken(port));
    }

    private static boolean asksForToken(int port) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
        try {
            return connection.getResponseCode() == UNAUTHORIZED;
        } finally {
            connection.disconnect();
        }
    }

    private static List<String> java(Path jar) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(extraFlags());
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    /** For a look inside, such as {@code -XX:StartFlightRecording}. */
    private static List<String> extraFlags() {
        String flags = System.getenv("FORT_BENCHMARK_JAVA");
        return flags == null || flags.isBlank()
                ? List.of()
                : List.of(flags.strip().split("\\s+"));
    }

    @Override
    public void close() {
        fort.close();
    }
}
