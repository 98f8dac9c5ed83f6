package scot.fort.platform.messaging.registry;

import static scot.fort.platform.messaging.registry.RegistryRequest.segment;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A schema registry as a producer, a consumer and a deployment step need it. Safe for use by many threads; what cannot
 * change (the schema behind an id, the id of a schema) is asked once.
 *
 * <p>Every method throws {@link RegistryException} when the registry says no and {@link RegistryUnavailableException} when
 * none can be reached. A schema that is registered but is not Avro is a {@link SerializationException}.
 */
public final class SchemaRegistryClient implements AutoCloseable {
    private final RegistryTransport transport;
    private final boolean normalise;
    private final SingleFlightCache<Integer, Schema> schemas;
    private final SingleFlightCache<SubjectSchema, Integer> ids;
    private final SingleFlightCache<SubjectSchema, Integer> registrations;
    private final SingleFlightCache<String, RegisteredSchema> latest;

    private record SubjectSchema(String subject, Schema schema) {}

    private SchemaRegistryClient(RegistryConfig config, Clock clock) {
        transport = new RegistryTransport(config);
        normalise = config.normalise();
        schemas = new SingleFlightCache<>(
                config.cacheSize(), null, config.rememberMissing(), SchemaRegistryClient::isVerdict, clock);
        ids = new SingleFlightCache<>(
                config.cacheSize(), null, config.rememberMissing(), SchemaRegistryClient::isVerdict, clock);
        registrations = new SingleFlightCache<>(
                config.cacheSize(), null, config.rememberMissing(), SchemaRegistryClient::isVerdict, clock);
        latest = new SingleFlightCache<>(
                config.cacheSize(),
                config.keepLatest(),
                config.rememberMissing(),
                SchemaRegistryClient::isVerdict,
                clock);
    }

    /** @throws org.apache.kafka.common.config.ConfigException naming the property that is wrong */
    public static SchemaRegistryClient from(Map<String, ?> configs) {
        return from(configs, Clock.systemUTC());
    }

    /** @param clock decides when a remembered absence or latest version is stale */
    static SchemaRegistryClient from(Map<String, ?> configs, Clock clock) {
        return new SchemaRegistryClient(RegistryConfig.from(configs), clock);
    }

    /** Makes the schema a version of the subject, if it is not one yet. */
    public int register(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        return registrations.get(key, () -> {
            int id = transport
                    .exchange(
                            RegistryRequest.post("/subjects/" + segment(subject) + "/versions" + query(), body(schema)),
                            RegistryAnswers.Registered.class)
                    .id();
            ids.put(key, id);
            latest.forget(subject);
            return id;
        });
    }

    /** The id of a schema that the subject already has; registers nothing. */
    public int idOf(String subject, Schema schema) {
        return ids.get(new SubjectSchema(subject, schema), () -> transport
                .exchange(
                        RegistryRequest.post("/subjects/" + segment(subject) + query(), body(schema)),
                        RegistryAnswers.Registered.class)
                .id());
    }

    /** The schema that records with this id were written with, what it refers to included. */
    public Schema schemaById(int id) {
        return schemas.get(id, () -> parse("schema " + id, fetch("/schemas/ids/" + id)));
    }

    /** The newest version of a subject; believed for {@code latest.cache.ttl.sec}. */
    public RegisteredSchema latest(String subject) {
        return latest.get(subject, () -> registered(subject, "latest"));
    }

    /** Every version of a subject, the oldest first. */
    public List<RegisteredSchema> versions(String subject) {
        Integer[] versions =
                transport.exchange(RegistryRequest.get("/subjects/" + segment(subject) + "/versions"), Integer[].class);
        return Arrays.stream(versions)
                .map(version -> registered(subject, version.toString()))
                .toList();
    }

    private RegisteredSchema registered(String subject, String version) {
        RegistryAnswers.Version found =
                transport.exchange(RegistryRequest.get(version(subject, version)), RegistryAnswers.Version.class);
        Schema schema = parse("the schema " + version + " of " + subject, found.document());
        return new RegisteredSchema(subject, found.version(), found.id(), schema);
    }

    /**
     * Whether the schema could follow all versions of the subject, under the level that is in force for it. A subject
     * without a version takes any schema; some servers say so, others that they do not know it.
     */
    public CompatibilityVerdict testCompatibility(String subject, Schema schema) {
        String path = "/compatibility/subjects/" + segment(subject) + "/versions?verbose=true";
        try {
            RegistryAnswers.Compatibility answer =
                    transport.exchange(RegistryRequest.post(path, body(schema)), RegistryAnswers.Compatibility.class);
            return new CompatibilityVerdict(
                    answer.is_compatible(), answer.messages() == null ? List.of() : answer.messages());
        } catch (RegistryException answer) {
            if (answer.isNotFound()) {
                return new CompatibilityVerdict(true, List.of());
            }
            throw answer;
        }
    }

    /** What the subject's next schema must be compatible with; may be set before the subject has a schema. */
    public void setCompatibility(String subject, CompatibilityLevel level) {
        transport.exchange(
                RegistryRequest.put("/config/" + segment(subject), Map.of("compatibility", level.name())), Map.class);
    }

    /** The level that was set for this very subject; none where the registry's own default is in force. */
    public Optional<CompatibilityLevel> compatibility(String subject) {
        try {
            return Optional.of(transport
                    .exchange(RegistryRequest.get("/config/" + segment(subject)), RegistryAnswers.Level.class)
                    .compatibilityLevel());
        } catch (RegistryException answer) {
            if (answer.isNotFound()) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    public List<String> subjects() {
        return List.of(transport.exchange(RegistryRequest.get("/subjects"), String[].class));
    }

    @Override
    public void close() {
        transport.close();
    }

    private SchemaDocument fetch(String path) {
        return transport.exchange(RegistryRequest.get(path), SchemaDocument.class);
    }

    private Schema parse(String what, SchemaDocument document) {
        return new ReferencedSchemas(reference -> fetch(version(reference.subject(), "" + reference.version())))
                .parse(what, document);
    }

    private static String version(String subject, String version) {
        return "/subjects/" + segment(subject) + "/versions/" + version;
    }

    private String query() {
        return normalise ? "?normalize=true" : "";
    }

    private static Map<String, String> body(Schema schema) {
        return Map.of("schema", schema.toString(), "schemaType", "AVRO");
    }

    private static boolean isVerdict(RuntimeException failure) {
        return failure instanceof SerializationException
                || failure instanceof RegistryException answer && answer.isNotFound();
    }
}
