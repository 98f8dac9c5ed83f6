package scot.fort.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * A schema as everybody else is told of it, in the registry and in the copies of a release: without the mark that says
 * which Java class holds a string. Generated classes carry the mark, files do not; a schema that was registered without
 * it is found only without it.
 */
public final class PublishedSchema {

    private static final String JAVA_STRING = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedSchema() {}

    public static Schema of(Schema schema) {
        try {
            JsonNode document = JSON.readTree(schema.toString());
            removeMarks(document);
            return new Schema.Parser().setValidateDefaults(false).parse(document.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A schema is always JSON", impossible);
        }
    }

    private static void removeMarks(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.forEach(PublishedSchema::removeMarks);
    }
}
