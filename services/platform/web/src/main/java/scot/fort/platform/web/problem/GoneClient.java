package scot.fort.platform.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;

/**
 * Tells that the caller has hung up, so that nobody is left to answer. Only the connection of the request itself counts: a
 * broken pipe to the database looks the same further down, and that caller still waits.
 */
public final class GoneClient {

    private static final int CAUSES = 5;

    private GoneClient() {}

    /** Whether this is the fault of a connection that its client has closed. */
    public static boolean isCauseOf(Throwable fault) {
        if (fault instanceof IOException) {
            return true;
        }
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
