package scot.fort.platform.web.concurrency;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.ArgumentReader;

/** Lets controllers ask for {@link IfMatch}, whose header must be there. */
@AutoConfiguration
class ConcurrencyConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ArgumentReader<>(IfMatch.class, ConcurrencyConfiguration::ifMatch));
    }

    private static IfMatch ifMatch(NativeWebRequest request) {
        var headers = request.getHeaderValues(HttpHeaders.IF_MATCH);
        if (headers == null || headers.length == 0) {
            throw new ProblemException(Problem.preconditionRequired());
        }
        return IfMatch.parse(String.join(",", headers));
    }
}
