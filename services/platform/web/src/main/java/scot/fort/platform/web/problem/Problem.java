package scot.fort.platform.web.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Refusal;

/**
 * A refusal, as a value: what RFC 9457 calls problem details. A handler returns it, or throws it to the edge in a
 * {@link ProblemException}. It never carries personal content: details are fixed sentences.
 *
 * @param code what kind of refusal
 * @param detail a sentence about this occurrence, if there is more to say than the title
 * @param errors the faults of single members, empty unless the code is {@link ProblemCode#INVALID}
 * @param members further members of the answer ({@code allowed}, {@code existing})
 * @param headers response headers that belong to it ({@code Retry-After}, {@code Allow}, ...)
 */
public record Problem(
        ProblemCode code,
        @Nullable String detail,
        List<FieldFault> errors,
        Map<String, Object> members,
        Map<String, String> headers) {

    /** As many as anybody mends at once; a body can be made to have thousands. */
    private static final int MOST_ERRORS = 200;

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    /** A problem that its code says in full. */
    public static Problem of(ProblemCode code) {
        return new Problem(code, null, List.of(), Map.of(), Map.of());
    }

    /** What an aggregate refused, under the code that it named. */
    public static Problem of(Refusal refusal) {
        var problem = of(ProblemCode.of(refusal.code())).withDetail(refusal.detail());
        return refusal.allowed().isEmpty() && problem.code() != ProblemCode.ILLEGAL_TRANSITION
                ? problem
                : problem.withMember("allowed", refusal.allowed());
    }

    /** 400: the request line, a header or a form of the request makes no sense. */
    public static Problem badRequest(String detail) {
        return of(ProblemCode.BAD_REQUEST).withDetail(detail);
    }

    /** 400: not JSON; {@code detail} names the place, never the content. */
    public static Problem malformedJson(String detail) {
        return of(ProblemCode.MALFORMED_JSON).withDetail(detail);
    }

    /** 401: no token, or one that is not valid. */
    public static Problem unauthorized() {
        return of(ProblemCode.UNAUTHORIZED).withHeader("WWW-Authenticate", "Bearer");
    }

    /** 403: the role may not do this at all. */
    public static Problem forbidden() {
        return of(ProblemCode.FORBIDDEN);
    }

    /** 404: not there, or not for this caller; the two cannot be told apart. */
    public static Problem notFound() {
        return of(ProblemCode.NOT_FOUND);
    }

    /** 409: the state machine refuses; says which transitions are legal now. */
    public static Problem illegalTransition(String detail, Collection<String> allowed) {
        return of(ProblemCode.ILLEGAL_TRANSITION).withDetail(detail).withMember("allowed", List.copyOf(allowed));
    }

    /** 409: the first request under the key is not answered yet. */
    public static Problem idempotencyInFlight() {
        return of(ProblemCode.IDEMPOTENCY_IN_FLIGHT).withHeader("Retry-After", "1");
    }

    /** 409: the organisation's own reference exists; says under which id. */
    public static Problem duplicateSource(String id, String reference) {
        return of(ProblemCode.DUPLICATE_SOURCE).withMember("existing", Map.of("id", id, "reference", reference));
    }

    /** 412: the version in If-Match is not the present one. */
    public static Problem stale() {
        return of(ProblemCode.STALE);
    }

    /** 413: more bytes than {@code limit}. */
    public static Problem tooLarge(long limit) {
        return of(ProblemCode.TOO_LARGE).withDetail("At most " + limit + " bytes are accepted.");
    }

    /** 415: says what is supported. */
    public static Problem unsupportedMediaType(String supported) {
        return of(ProblemCode.UNSUPPORTED_MEDIA_TYPE).withHeader("Accept", supported);
    }

    /** 422: all the faults at once. */
    public static Problem invalid(List<FieldFault> errors) {
        return new Problem(ProblemCode.INVALID, null, errors, Map.of(), Map.of());
    }

    /** 422: a single fault. */
    public static Problem invalid(String pointer, String code, String message) {
        return invalid(List.of(new FieldFault(pointer, code, message)));
    }

    /** 422: the key belongs to another body. */
    public static Problem idempotencyKeyReused() {
        return of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }

    /** 428: a command on a version needs If-Match. */
    public static Problem preconditionRequired() {
        return of(ProblemCode.PRECONDITION_REQUIRED);
    }

    /** 428: a submission needs an Idempotency-Key. */
    public static Problem idempotencyKeyRequired() {
        return of(ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
    }

    /** 429: the backlog or the caller's rate is at its bound. */
    public static Problem busy(Duration retryAfter) {
        return of(ProblemCode.BUSY).withRetryAfter(retryAfter);
    }

    /** 503: a part that this request needs cannot be reached. */
    public static Problem unavailable(Duration retryAfter) {
        return of(ProblemCode.UNAVAILABLE).withRetryAfter(retryAfter);
    }

    /** The same problem with a sentence about this occurrence. */
    public Problem withDetail(String sentence) {
        return new Problem(code, sentence, errors, members, headers);
    }

    /** The same problem with one more member in its answer. */
    public Problem withMember(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(code, detail, errors, more, headers);
    }

    /** The same problem with one more response header. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, errors, members, more);
    }

    /**
     * The members of the answer in the order of the contract; also what a result line of a batch shows. Of more than 200
     * errors the first 200, with {@code truncated}.
     */
    public Map<String, Object> body(@Nullable String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:fort:problem:" + code.code());
        body.put("title", code.title());
        body.put("status", code.status());
        if (detail != null) {
            body.put("detail", detail);
        }
        if (instance != null) {
            body.put("instance", instance);
        }
        body.put("code", code.code());
        if (!errors.isEmpty()) {
            body.put("errors", errors.stream().limit(MOST_ERRORS).toList());
        }
        if (errors.size() > MOST_ERRORS) {
            body.put("truncated", true);
        }
        body.putAll(members);
        return body;
    }

    private Problem withRetryAfter(Duration duration) {
        var seconds = duration.plusSeconds(1).minusNanos(1).toSeconds();
        return withHeader("Retry-After", Long.toString(Math.max(1, seconds)));
    }
}
