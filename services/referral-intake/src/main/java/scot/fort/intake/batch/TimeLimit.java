package scot.fort.intake.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.time.Duration;

/** How long a batch may go on, so that nobody keeps a place for ever by sending a byte now and then. */
final class TimeLimit {

    private final long begun = System.nanoTime();
    private final Duration length;

    TimeLimit(Duration length) {
        this.length = length;
    }

    /** Whether it was over so long ago. */
    boolean isUpSince(Duration grace) {
        return System.nanoTime() - begun > length.plus(grace).toNanos();
    }

    /** The stream, which fails when the time is up. */
    InputStream limiting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                check();
                return super.read(bytes, offset, length);
            }
        };
    }

    private void check() throws TimeIsUp {
        if (isUpSince(Duration.ZERO)) {
            throw new TimeIsUp();
        }
    }

    /** A batch has taken longer than it may. */
    static final class TimeIsUp extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        TimeIsUp() {
            super("The batch has taken longer than it may");
        }
    }
}
