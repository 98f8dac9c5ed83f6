package scot.fort.platform.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The container's error page: what was refused with a bare status becomes a problem too. */
@Controller
final class ProblemErrorController implements ErrorController {

    private final ProblemMapper mapper;
    private final ProblemWriter writer;

    ProblemErrorController(ProblemMapper mapper, ProblemWriter writer) {
        this.mapper = mapper;
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(problem(request), request, response);
    }

    private Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return fault instanceof IOException ? brokenOff() : mapper.of(fault);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? mapper.ofStatus(status)
                : Problem.notFound();
    }

    /** The container tells so of a body that it cannot read: cut short, too slow, or not in the form of its encoding. */
    private static Problem brokenOff() {
        return Problem.badRequest("The body broke off, came too slowly, or is not encoded as the header says.");
    }
}
