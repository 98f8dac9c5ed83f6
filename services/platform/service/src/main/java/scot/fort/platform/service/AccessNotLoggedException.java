package scot.fort.platform.service;

/** A read could not be written down, so nothing may be shown. */
final class AccessNotLoggedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccessNotLoggedException() {
        super("The access log did not take an entry");
    }
}
