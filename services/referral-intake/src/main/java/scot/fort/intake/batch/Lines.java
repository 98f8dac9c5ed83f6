package scot.fort.intake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines, none of which may take more than so many bytes: of a longer one the rest is passed over without
 * being kept. A byte order mark at the beginning is dropped, and so is a carriage return before the end of a line.
 */
public final class Lines {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final LineEnd end;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int position;
    private int filled;
    private int number;

    private Lines(InputStream in, LineEnd end, int limit) {
        this.in = in;
        this.end = end;
        this.limit = limit;
    }

    /**
     * Waits for the first bytes.
     *
     * @param limit most bytes of a line
     */
    public static Lines of(InputStream in, LineEnd end, int limit) throws IOException {
        Lines lines = new Lines(in, end, limit);
        lines.filled = in.readNBytes(lines.buffer, 0, BYTE_ORDER_MARK.length);
        if (lines.filled == BYTE_ORDER_MARK.length
                && Arrays.equals(lines.buffer, 0, lines.filled, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            lines.position = lines.filled;
        }
        return lines;
    }

    /** The next line, or nothing after the last one. */
    public @Nullable Line next() throws IOException {
        int length = 0;
        int next = read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && !end.isAt(next)) {
            if (length <= limit) {
                keep(length, (byte) next);
            }
            length++;
            next = read();
        }
        number++;
        boolean returned = length > 0 && length <= limit + 1 && line[length - 1] == '\r';
        int kept = returned ? length - 1 : length;
        return new Line(number, kept > limit ? null : Arrays.copyOf(line, kept));
    }

    /** Number of the last line that was read; 0 before the first. */
    int number() {
        return number;
    }

    private void keep(int index, byte next) {
        if (index == line.length) {
            line = Arrays.copyOf(line, Math.min(2 * line.length, limit + 1));
        }
        line[index] = next;
    }

    private int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }
}
