package scot.fort.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scot.fort.platform.testing.openapi.ApiDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The descriptions under docs/openapi, against the code and against what was released. */
class DescriptionTests {

    private static final String RELEASE = "0.1.0";
    private static final Map<DescribedService, String> PRESENT = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    void isCheckedInAsTheCodeIs(DescribedService service) throws IOException {
        if (Boolean.getBoolean("fort.openapi.write")) {
            Files.writeString(service.document(), present(service));
        }

        assertThat(Files.readString(service.document()))
                .as("%s; -Dfort.openapi.write=true renews it", service.document())
                .isEqualTo(present(service));
    }

    @ParameterizedTest
    @EnumSource
    void isBuiltIntoItsService(DescribedService service) {
        assertThat(getClass().getResource("/openapi/" + service.id() + ".json")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void breaksNoClientOfTheRelease(DescribedService service) throws IOException {
        Path released = service.released(RELEASE);

        assertThat(Compatibility.breaks(JsonMapper.shared().readTree(Files.readString(released)), document(service)))
                .as("what breaks clients that were written against %s", released)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatEachPartIsFor(DescribedService service) {
        assertThat(unsaid(document(service))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void speaksOnlyOfWhatThereIs(DescribedService service) {
        assertThat(new ApiDescription(document(service)).operations())
                .containsAll(Words.of(service).operations().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void showsExamplesThatFitTheirSchemas(DescribedService service) {
        assertThat(new ApiDescription(document(service)).faultsOfExamples()).isEmpty();
    }

    /** Other systems are written against this one; the others' clients are our own so far. */
    @ParameterizedTest
    @EnumSource(names = "REFERRAL_INTAKE")
    void showsEachOperationByAnExample(DescribedService service) {
        ApiDescription description = new ApiDescription(document(service));

        assertThat(description.examples().stream().map(example -> example.method() + " " + example.path()))
                .containsAll(description.operations());
    }

    private static Stream<String> unsaid(JsonNode document) {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().valueStream().flatMap(operation -> Stream.concat(
                                said(operation, "summary", ""),
                                operation
                                        .get("parameters")
                                        .valueStream()
                                        .flatMap(parameter -> said(
                                                parameter,
                                                "description",
                                                parameter.path("name").asString(""))))
                        .map(what -> operation.get("operationId").stringValue() + " has no " + what)));
    }

    private static Stream<String> said(JsonNode described, String member, String name) {
        return described.has("$ref") || !described.path(member).asString("").isBlank()
                ? Stream.of()
                : Stream.of(member + " " + name);
    }

    private static JsonNode document(DescribedService service) {
        return JsonMapper.shared().readTree(present(service));
    }

    private static String present(DescribedService service) {
        return PRESENT.computeIfAbsent(service, Description::of);
    }
}
