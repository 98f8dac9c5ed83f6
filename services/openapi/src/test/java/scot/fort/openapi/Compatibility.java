package scot.fort.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.output.MarkdownRender;
import tools.jackson.databind.JsonNode;

/**
 * Whether clients that were written against one description get on with another.
 *
 * <p>A code more in an answer counts as a break: clients may have no branch for it. So does a member less, also where it
 * was not certain to be there: an answer lacks what somebody shows, and a body is refused for having it.
 */
final class Compatibility {

    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.request.min.length.increased", "true")
            .build();

    private Compatibility() {}

    /** What breaks them, in words for people; empty when nothing does. */
    static String breaks(JsonNode released, JsonNode present) {
        return String.join("\n", LostRoles.of(released, present)) + changes(released, present);
    }

    private static String changes(JsonNode released, JsonNode present) {
        ChangedOpenApi changed = OpenApiCompare.fromSpecifications(parsed(released), parsed(present), OPTIONS);
        changed.setNewEndpoints(List.of());
        changed.setChangedOperations(changed.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible() || losesMembers(operation))
                .toList());
        return changed.getMissingEndpoints().isEmpty()
                        && changed.getChangedOperations().isEmpty()
                ? ""
                : rendered(changed);
    }

    private static boolean losesMembers(Changed changed) {
        return changed instanceof ChangedSchema schema
                        && !schema.getMissingProperties().isEmpty()
                || changed instanceof ComposedChanged whole
                        && whole.getChangedElements().stream().anyMatch(part -> part != null && losesMembers(part));
    }

    private static String rendered(ChangedOpenApi changed) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        new MarkdownRender().render(changed, new OutputStreamWriter(words, StandardCharsets.UTF_8));
        return words.toString(StandardCharsets.UTF_8).replaceFirst("(?s)#### Result.*", "");
    }

    private static OpenAPI parsed(JsonNode description) {
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(OlderForm.of(description).toString());
        if (!result.getMessages().isEmpty()) {
            throw new AssertionError(result.getMessages());
        }
        return result.getOpenAPI();
    }
}
