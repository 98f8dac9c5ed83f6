package scot.fort.platform.web.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import scot.fort.platform.web.problem.ProblemMapper;
import tools.jackson.databind.json.JsonMapper;

/** The last resort: requests that Tomcat itself refuses, before any filter has seen them. */
final class ProblemReportValve extends ErrorReportValve {

    private final Supplier<String> ids;
    private final ProblemMapper mapper;
    private final JsonMapper json;

    ProblemReportValve(Supplier<String> ids, ProblemMapper mapper, JsonMapper json) {
        this.ids = ids;
        this.mapper = mapper;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = mapper.ofStatus(response.getStatus());
        Identifiers.made(ids).writeTo(response);
        SafetyHeaders.write(response, request.isSecure());
        response.setStatus(problem.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            var out = response.getReporter();
            if (out != null) {
                out.write(json.writeValueAsString(problem.body(null)));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("The client of a refused request has gone");
        }
    }
}
