package scot.fort.platform.web.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses RFC 8259 and nothing more: no duplicate keys, no second value, no odd bytes, bounded depth, lengths and number of
 * tokens. Numbers are kept as they are written. The names of members go into no table that outlives the body: such a
 * table can be made to collide, and would remember what strangers wrote.
 */
final class StrictJson {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_TOKENS = 50_000;

    private final JsonMapper mapper;

    StrictJson() {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxTokenCount(MAX_TOKENS)
                        .build())
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The tree, or 400 naming the place of the first fault. */
    JsonNode parse(byte[] bytes) {
        try {
            var tree = mapper.readTree(decode(bytes));
            if (tree.isMissingNode()) {
                throw malformed("The body is empty.");
            }
            return tree;
        } catch (StreamConstraintsException beyond) {
            throw malformed("Nested too deeply, or with too many parts, or with too long a number or name.");
        } catch (JacksonException notJson) {
            throw malformed("Not valid JSON" + place(notJson.getLocation()) + ".");
        } catch (NumberFormatException beyondAnyExponent) {
            throw malformed("Has a number that is none.");
        }
    }

    <T> T bind(JsonNode tree, Class<T> type) {
        return mapper.treeToValue(tree, type);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The body is not valid UTF-8.");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.malformedJson(detail));
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
