package scot.fort.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the description of intake, each as somebody might make it. */
class CompatibilityTests {

    private static final String RELEASED = Description.of(DescribedService.REFERRAL_INTAKE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void refusesWhatBreaksClients(String what, Consumer<ObjectNode> change) {
        assertThat(breaks(change)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void letsPassWhatClientsDoNotFeel(String what, Consumer<ObjectNode> change) {
        assertThat(breaks(change)).isEmpty();
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                change("a path removed", document -> object(document, "/paths").remove("/v1/referrals/{id}")),
                change("an operation removed", document -> object(document, "/paths/~1v1~1referrals")
                        .remove("get")),
                change("a status removed", document -> object(document, "/paths/~1v1~1referrals/post/responses")
                        .remove("201")),
                change("an optional member of an answer removed", document -> member(document, "TrackingResponse")
                        .remove("outcome")),
                change("a member of an answer no longer certain", document -> required(document, "TrackingResponse")
                        .remove(0)),
                change("the type of a member of an answer changed", document -> member(document, "RequestedInformation")
                        .putObject("number")
                        .put("type", "string")),
                change("a code added to an answer", document -> array(document, "/components/schemas/Status/enum")
                        .add("LOST")),
                change("a member asked for", document -> required(document, "WithdrawRequest")
                        .add("text")),
                change("a new member asked for", document -> {
                    member(document, "WithdrawRequest").putObject("by").put("type", "string");
                    required(document, "WithdrawRequest").add("by");
                }),
                change("a member of a body removed", document -> member(document, "WithdrawRequest")
                        .remove("text")),
                change("a code of a body removed", document -> array(
                                document, "/components/schemas/WithdrawRequest/properties/reason/enum")
                        .remove(0)),
                change("the type of a member of a body changed", document -> member(document, "ConsentRequest")
                        .putObject("given")
                        .put("type", "string")),
                change("a text of a body made shorter", document -> object(
                                document, "/components/schemas/WithdrawRequest/properties/text")
                        .put("maxLength", 10)),
                change("a parameter asked for", document -> array(
                                document, "/paths/~1v1~1referrals~1{id}~1withdraw/post/parameters")
                        .addObject()
                        .put("name", "If-Match")
                        .put("in", "header")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string")),
                change("a parameter removed", document -> array(document, "/paths/~1v1~1referrals/get/parameters")
                        .remove(0)),
                change("a role that may no longer", document -> ((ObjectNode)
                                array(document, "/paths/~1v1~1referrals/get/security")
                                        .get(0))
                        .putArray("token")
                        .add("NAMED_PERSON")),
                change("a header of an answer removed", document -> object(
                                document, "/paths/~1v1~1referrals/post/responses/201/headers")
                        .remove("Location")));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                change("nothing", document -> {}),
                change("a member that may be sent", document -> member(document, "WithdrawRequest")
                        .putObject("by")
                        .put("type", "string")),
                change("a member more in an answer", document -> {
                    member(document, "ChangedResponse").putObject("since").put("type", "string");
                    required(document, "ChangedResponse").add("since");
                }),
                change("a path more", document -> object(document, "/paths")
                        .putObject("/v2/referrals")
                        .putObject("get")
                        .set("responses", document.requiredAt("/paths/~1v1~1referrals/get/responses"))),
                change("a code more that may be sent", document -> array(
                                document, "/components/schemas/WithdrawRequest/properties/reason/enum")
                        .add("MOVED_ON")),
                change("a parameter that may be sent", document -> array(
                                document, "/paths/~1v1~1referrals/get/parameters")
                        .addObject()
                        .put("name", "lane")
                        .put("in", "query")
                        .putObject("schema")
                        .put("type", "string")),
                change("a refusal more", document -> object(document, "/paths/~1v1~1referrals~1{id}/get/responses")
                        .putObject("409")
                        .put("$ref", "#/components/responses/illegal-transition")),
                change("other words and examples", document -> {
                    object(document, "/info").put("description", "Other words.");
                    object(document, "/paths/~1v1~1referrals/get").put("summary", "Other words.");
                    object(
                                    document,
                                    "/paths/~1v1~1referrals~1{id}~1withdraw/post/requestBody/content/application~1json")
                            .remove("examples");
                }));
    }

    private static String breaks(Consumer<ObjectNode> change) {
        ObjectNode present = (ObjectNode) JsonMapper.shared().readTree(RELEASED);
        change.accept(present);
        return Compatibility.breaks(JsonMapper.shared().readTree(RELEASED), present);
    }

    private static Arguments change(String what, Consumer<ObjectNode> change) {
        return arguments(what, change);
    }

    private static ObjectNode member(ObjectNode document, String schema) {
        return object(document, "/components/schemas/" + schema + "/properties");
    }

    private static ArrayNode required(ObjectNode document, String schema) {
        return array(document, "/components/schemas/" + schema + "/required");
    }

    private static ObjectNode object(ObjectNode document, String pointer) {
        return (ObjectNode) document.requiredAt(pointer);
    }

    private static ArrayNode array(ObjectNode document, String pointer) {
        return (ArrayNode) document.requiredAt(pointer);
    }
}
