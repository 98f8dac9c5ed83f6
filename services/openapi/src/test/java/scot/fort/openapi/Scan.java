package scot.fort.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import scot.fort.openapi.Words.AnswerWords;
import scot.fort.openapi.Words.OperationWords;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Admission;
import scot.fort.platform.web.security.Caller;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What springdoc reads from a service's controllers, and beside it what only we know how to read.
 *
 * @param document paths, parameters, and schemas of the answers
 * @param facts of each operation, by its call
 */
record Scan(ObjectNode document, Map<String, OperationFacts> facts) {

    static {
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Admission.class, Caller.class, RequestContext.class, PageQuery.class, IfMatch.class)
                .addAnnotationsToIgnore(CheckedBody.class);
    }

    static Scan of(String basePackage, Words words) {
        Map<String, OperationFacts> facts = new HashMap<>();
        GlobalOperationComponentsCustomizer reader = new GlobalOperationComponentsCustomizer() {
            @Override
            public Operation customize(Operation operation, Components components, HandlerMethod method) {
                facts.put(Mapped.at(method), OperationFacts.of(method));
                answers(operation, components, words.about(Mapped.at(method)));
                return operation;
            }

            @Override
            public Operation customize(Operation operation, HandlerMethod method) {
                return operation;
            }
        };
        byte[][] json = new byte[1][];
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        WebMvcAutoConfiguration.class,
                        SpringDocConfigProperties.class,
                        SpringDocConfiguration.class,
                        SpringDocWebMvcConfiguration.class))
                .withPropertyValues(
                        "springdoc.api-docs.version=openapi_3_1",
                        "springdoc.override-with-generic-response=false",
                        "springdoc.default-produces-media-type=application/json")
                .withBean(AnswerMembers.class)
                .withBean(GlobalOperationComponentsCustomizer.class, () -> reader)
                .withInitializer(
                        context -> ControllersAtRest.register((GenericApplicationContext) context, basePackage))
                .run(context -> json[0] = context.getBean(OpenApiWebMvcResource.class)
                        .openapiJson(new MockHttpServletRequest("GET", "/v3/api-docs"), "/v3/api-docs", Locale.UK));
        return new Scan((ObjectNode) new JsonMapper().readTree(json[0]), facts);
    }

    /** The answers by their statuses, where the method's type does not tell them. */
    private static void answers(Operation operation, Components components, OperationWords words) {
        Map<String, AnswerWords> told = words.answers();
        if (told.isEmpty()) {
            return;
        }
        Content returned =
                Objects.requireNonNull(operation.getResponses().get("200")).getContent();
        ApiResponses responses = new ApiResponses();
        told.forEach((status, answer) -> responses.addApiResponse(
                status,
                new ApiResponse().description(answer.description()).content(content(answer, returned, components))));
        operation.setResponses(responses);
    }

    private static @Nullable Content content(AnswerWords answer, @Nullable Content returned, Components components) {
        if (answer.schema() != null) {
            return null;
        }
        String type = answer.type();
        if (type == null) {
            return returned;
        }
        if (type.equals("none")) {
            return null;
        }
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(
                        new AnnotatedType(ClassUtils.resolveClassName(type, Scan.class.getClassLoader()))
                                .resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::addSchemas);
        return new Content()
                .addMediaType(
                        answer.media() == null ? "application/json" : answer.media(),
                        new MediaType().schema(resolved.schema));
    }
}
