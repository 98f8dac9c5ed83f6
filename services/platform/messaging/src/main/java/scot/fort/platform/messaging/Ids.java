package scot.fort.platform.messaging;

/** Makes ids; injected, so that a test can say what they are. */
@FunctionalInterface
public interface Ids {

    /** A new id: a UUID of version 7, so that ids sort by the time at which they were made. */
    String next();
}
