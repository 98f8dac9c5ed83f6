package scot.fort.platform.web.problem;

import java.util.Arrays;

/** Every way a request may fail, as the HTTP contract names them; clients branch on {@link #code()}. */
public enum ProblemCode {
    BAD_REQUEST(400, "bad-request", "The request cannot be understood"),
    MALFORMED_JSON(400, "malformed-json", "The body is not valid JSON"),
    UNAUTHORIZED(401, "unauthorized", "A valid access token is required"),
    FORBIDDEN(403, "forbidden", "Your role may not do this"),
    NOT_FOUND(404, "not-found", "There is nothing here that you may see"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This resource does not support the method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "None of the accepted media types can be produced"),
    ILLEGAL_TRANSITION(409, "illegal-transition", "The present state does not allow this"),
    IDEMPOTENCY_IN_FLIGHT(409, "idempotency-in-flight", "A request with this key is still being worked on"),
    DUPLICATE_SOURCE(409, "duplicate-source", "This source reference has been submitted before"),
    ALREADY_CLAIMED(409, "already-claimed", "Somebody else holds the claim"),
    NOT_CLAIM_HOLDER(409, "not-claim-holder", "Only the holder of the claim may do this"),
    STALE(412, "stale", "The resource has changed since it was read"),
    TOO_LARGE(413, "too-large", "The body is larger than allowed"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body's media type is not supported"),
    INVALID(422, "invalid", "The request is not valid"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "This key was used with another body"),
    PRECONDITION_REQUIRED(428, "precondition-required", "The header If-Match is required"),
    IDEMPOTENCY_KEY_REQUIRED(428, "idempotency-key-required", "The header Idempotency-Key is required"),
    BUSY(429, "busy", "Too much at once; please try again later"),
    INTERNAL(500, "internal", "Something went wrong on our side"),
    UNAVAILABLE(503, "unavailable", "A part of the service is not available; please try again later");

    private final int status;
    private final String code;
    private final String title;

    ProblemCode(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The one that goes by this word; a word that is not in the contract is a defect. */
    public static ProblemCode of(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The contract has no problem code " + code));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable word for programs. */
    public String code() {
        return code;
    }

    /** The same short sentence for every occurrence. */
    public String title() {
        return title;
    }
}
