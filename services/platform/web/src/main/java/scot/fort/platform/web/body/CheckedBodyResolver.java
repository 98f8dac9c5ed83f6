package scot.fort.platform.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/** Reads the argument of a {@link CheckedBody}: media type, size and time (counted while it streams in), then the content. */
final class CheckedBodyResolver implements HandlerMethodArgumentResolver {

    private static final int PART = 8 * 1024;
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

    private final CheckedBodies bodies;
    private final int limit;
    private final long nanos;

    CheckedBodyResolver(CheckedBodies bodies, BodyProperties properties) {
        this.bodies = bodies;
        this.limit = Math.toIntExact(properties.limit().toBytes());
        this.nanos = properties.time().toNanos();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(CheckedBody.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var body = body(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(parameter.getParameterAnnotation(CheckedBody.class))
                        .optional());
        if (parameter.getParameterType() == Checked.class) {
            var type = ResolvableType.forMethodParameter(parameter).getGeneric().toClass();
            return bodies.read(body, type);
        }
        return bodies.read(body, parameter.getParameterType()).orThrow();
    }

    private byte[] body(HttpServletRequest request, boolean optional) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw new ProblemException(Problem.tooLarge(limit));
        }
        var encoded = request.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
        var json = request.getContentType() != null && isJson(request.getContentType());
        if (request.getContentType() != null && !json || encoded) {
            throw unsupported();
        }
        var body = read(request.getInputStream());
        if (body.length == 0 && optional) {
            return EMPTY_OBJECT;
        }
        if (body.length > 0 && !json) {
            throw unsupported();
        }
        return body;
    }

    private byte[] read(InputStream in) throws IOException {
        var started = System.nanoTime();
        var body = new ByteArrayOutputStream();
        var part = new byte[PART];
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            body.write(part, 0, count);
            if (body.size() > limit) {
                throw new ProblemException(Problem.tooLarge(limit));
            }
            if (System.nanoTime() - started > nanos) {
                throw new ProblemException(Problem.badRequest("The body came too slowly."));
            }
        }
        return body.toByteArray();
    }

    private static boolean isJson(String contentType) {
        try {
            var media = MediaType.parseMediaType(contentType);
            var charset = media.getCharset();
            return media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static ProblemException unsupported() {
        return new ProblemException(Problem.unsupportedMediaType(MediaType.APPLICATION_JSON_VALUE));
    }
}
