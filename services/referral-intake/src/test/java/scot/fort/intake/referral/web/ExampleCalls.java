package scot.fort.intake.referral.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.openapi.ApiExample;
import tools.jackson.databind.JsonNode;

/**
 * Sends the calls of examples to the service. The ids in them stand for referrals in the state that the example is about,
 * by their last digits; keys and source references are made the run's own.
 */
final class ExampleCalls {

    private static final String ID = "0199a3c4-7d10-7b32-9c41-5f0e2a6d8b";
    private static final Pattern OF_ANY_RUN = Pattern.compile("(ROS|HV|rosebank|hv)-2026");

    private final IntakeServiceTest service;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    ExampleCalls(IntakeServiceTest service) {
        this.service = service;
    }

    Answer send(ApiExample example) {
        Call call = service.call(path(example) + query(example)).as(token(example));
        example.parametersIn("header").forEach((name, value) -> call.with(name, own(value)));
        if (!example.media().isEmpty()) {
            call.contentType(example.media());
        }
        String body = body(example.request());
        return switch (example.method()) {
            case "GET" -> call.get();
            case "DELETE" -> call.delete();
            case "PUT" -> call.put(Objects.requireNonNull(body));
            default -> body == null ? call.post() : call.post(body);
        };
    }

    private String path(ApiExample example) {
        String path = example.path();
        for (Map.Entry<String, String> parameter : example.parametersIn("path").entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", referral(parameter.getValue()));
        }
        return path;
    }

    private String query(ApiExample example) {
        return example.parametersIn("query").entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(own(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private @Nullable String body(@Nullable JsonNode request) {
        if (request == null) {
            return null;
        }
        return own(request.isString() ? request.stringValue() : request.toString());
    }

    private String own(String text) {
        return OF_ANY_RUN.matcher(text).replaceAll("$1-" + run);
    }

    private static String token(ApiExample example) {
        return example.roles().isEmpty() || example.roles().contains("REFERRER")
                ? IntakeServiceTest.school("school-rosebank")
                : IntakeServiceTest.ISSUER.token("mo", "mash", example.roles().getFirst());
    }

    private String referral(String id) {
        if (!id.startsWith(ID)) {
            return id;
        }
        return switch (id.substring(ID.length())) {
            case "01" -> service.accepted(IntakeServiceTest.aReferral());
            case "02" -> withdrawn();
            case "03" -> asked();
            default -> UUID.randomUUID().toString();
        };
    }

    private String asked() {
        String id = service.accepted(IntakeServiceTest.aReferral());
        ReferralReceived received =
                (ReferralReceived) IntakeServiceTest.TOLD.about(id, 1).getFirst();
        new Hub(IntakeServiceTest.SENDER, service.sealer, received).takesIt().asks(1, "Who lives in the house?");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.tracking(id).text("status").equals("INFORMATION_REQUESTED"));
        return id;
    }

    private String withdrawn() {
        String id = service.accepted(IntakeServiceTest.aReferral());
        service.command(id, "withdraw", Map.of("reason", "OTHER")).expect(200);
        return id;
    }
}
