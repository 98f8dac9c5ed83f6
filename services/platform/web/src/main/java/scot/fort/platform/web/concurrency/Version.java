package scot.fort.platform.web.concurrency;

/**
 * The version of an aggregate, as its strong entity tag.
 *
 * @param number the aggregate's version, zero or more
 */
public record Version(long number) {

    /** For the header {@code ETag}, and for the member {@code etag} of a list row. */
    public String etag() {
        return "\"" + number + "\"";
    }
}
