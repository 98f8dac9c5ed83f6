package scot.fort.platform.messaging.avro;

import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * What serializer and deserializer are told, under Confluent's names and with Confluent's defaults. The limit of a payload
 * is ours.
 *
 * @param maxBytes the longest payload that is written or read, in bytes
 */
record AvroConfig(
        boolean autoRegister,
        boolean useLatest,
        boolean latestMustBeCompatible,
        boolean removeJavaProperties,
        boolean specific,
        boolean convertLogicalTypes,
        SubjectNameStrategy strategy,
        boolean isKey,
        int maxBytes) {

    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String LATEST_STRICT = "latest.compatibility.strict";
    static final String REMOVE_JAVA = "avro.remove.java.properties";
    static final String SPECIFIC = "specific.avro.reader";
    static final String LOGICAL_TYPES = "avro.use.logical.type.converters";
    static final String KEY_STRATEGY = "key.subject.name.strategy";
    static final String VALUE_STRATEGY = "value.subject.name.strategy";
    static final String REFLECTION = "schema.reflection";
    static final String MAX_BYTES = "fort.avro.max.payload.bytes";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(AUTO_REGISTER, Type.BOOLEAN, true, Importance.HIGH, "Register a schema that is new.")
            .define(USE_LATEST, Type.BOOLEAN, false, Importance.MEDIUM, "Write with the subject's latest schema.")
            .define(LATEST_STRICT, Type.BOOLEAN, true, Importance.LOW, "Refuse a latest schema that cannot read ours.")
            .define(REMOVE_JAVA, Type.BOOLEAN, false, Importance.LOW, "Keep avro.java.string out of the registry.")
            .define(SPECIFIC, Type.BOOLEAN, false, Importance.MEDIUM, "Read into generated classes where there are.")
            .define(LOGICAL_TYPES, Type.BOOLEAN, false, Importance.LOW, "Convert logical types in generic records.")
            .define(
                    KEY_STRATEGY,
                    Type.STRING,
                    SubjectNameStrategy.TOPIC_NAME.className(),
                    Importance.MEDIUM,
                    "The subject of a key's schema.")
            .define(
                    VALUE_STRATEGY,
                    Type.STRING,
                    SubjectNameStrategy.TOPIC_NAME.className(),
                    Importance.MEDIUM,
                    "The subject of a value's schema.")
            .define(REFLECTION, Type.BOOLEAN, false, Importance.LOW, "Schemas from plain classes: not offered.")
            .define(
                    MAX_BYTES,
                    Type.INT,
                    8 * 1024 * 1024,
                    between(WireFormat.HEADER, Integer.MAX_VALUE),
                    Importance.LOW,
                    "The longest payload, in bytes.");

    /** @throws ConfigException naming the property that is wrong */
    static AvroConfig from(Map<String, ?> configs, boolean isKey) {
        Map<String, Object> settings = DEFINITION.parse(configs);
        if (is(settings, REFLECTION)) {
            throw new ConfigException(REFLECTION, true, "only generated and generic records are supported");
        }
        String strategy = isKey ? KEY_STRATEGY : VALUE_STRATEGY;
        return new AvroConfig(
                is(settings, AUTO_REGISTER),
                is(settings, USE_LATEST),
                is(settings, LATEST_STRICT),
                is(settings, REMOVE_JAVA),
                is(settings, SPECIFIC),
                is(settings, LOGICAL_TYPES),
                SubjectNameStrategy.of(strategy, String.valueOf(settings.get(strategy))),
                isKey,
                settings.get(MAX_BYTES) instanceof Integer bytes ? bytes : Integer.MAX_VALUE);
    }

    private static boolean is(Map<String, Object> settings, String name) {
        return Boolean.TRUE.equals(settings.get(name));
    }
}
