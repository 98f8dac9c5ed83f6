package scot.fort.platform.messaging.avro;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Under which subject a schema is registered. {@link #TOPIC_RECORD_NAME} lets several kinds of event share a topic, each
 * with a history of its own.
 */
public enum SubjectNameStrategy {
    TOPIC_NAME("TopicNameStrategy") {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    RECORD_NAME("RecordNameStrategy") {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return recordName(schema);
        }
    },
    TOPIC_RECORD_NAME("TopicRecordNameStrategy") {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + recordName(schema);
        }
    };

    private static final String CONFLUENT = "io.confluent.kafka.serializers.subject.";

    private final String simpleName;

    SubjectNameStrategy(String simpleName) {
        this.simpleName = simpleName;
    }

    public abstract String subject(String topic, boolean isKey, Schema schema);

    /** The name of Confluent's class that does the same. */
    public String className() {
        return CONFLUENT + simpleName;
    }

    /**
     * By Confluent's class name, with or without its package, or by our own constant's name.
     *
     * @throws ConfigException naming {@code property}
     */
    static SubjectNameStrategy of(String property, String value) {
        return Arrays.stream(values())
                .filter(strategy -> value.equals(strategy.className())
                        || value.equals(strategy.simpleName)
                        || value.equals(strategy.name()))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        property,
                        value,
                        Arrays.stream(values())
                                .map(SubjectNameStrategy::className)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private static String recordName(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new SerializationException("a %s has no name to make a subject of; only a record has"
                    .formatted(schema.getType().getName()));
        }
        return schema.getFullName();
    }
}
