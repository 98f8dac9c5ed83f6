package scot.fort.openapi;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Under which call a controller's method is reached, as {@code GET /v1/referrals/{id}}. */
final class Mapped {

    private Mapped() {}

    static String at(HandlerMethod method) {
        RequestMapping own = Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
        RequestMapping ofType = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
        return own.method()[0] + " " + path(ofType) + path(own);
    }

    private static String path(@Nullable RequestMapping mapping) {
        return mapping == null ? "" : Stream.of(mapping.path()).findFirst().orElse("");
    }
}
