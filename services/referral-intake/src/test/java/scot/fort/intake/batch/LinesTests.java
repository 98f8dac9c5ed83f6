package scot.fort.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTests {

    @Test
    void endsLinesAtLineFeedsWithOrWithoutACarriageReturn() throws IOException {
        assertThat(lines("a\nb\r\n\r\n\nc", 10)).containsExactly("1 a", "2 b", "3 ", "4 ", "5 c");
    }

    @Test
    void seesNoLineBehindTheLastLineEnd() throws IOException {
        assertThat(lines("a\n", 10)).containsExactly("1 a");
        assertThat(lines("\n", 10)).containsExactly("1 ");
        assertThat(lines("", 10)).isEmpty();
    }

    @Test
    void dropsAByteOrderMarkOnlyAtTheBeginning() throws IOException {
        assertThat(lines("\uFEFFa\n\uFEFFb", 10)).containsExactly("1 a", "2 \uFEFFb");
    }

    @Test
    void keepsNothingOfALineThatIsTooLong() throws IOException {
        assertThat(lines("123456789\r\n123\n1234\r\n1234\n12345\r\n12345", 4))
                .containsExactly("1 too long", "2 123", "3 1234", "4 1234", "5 too long", "6 too long");
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        String line = "x".repeat(100_000);

        assertThat(lines(line + "\n" + line, 100_000)).containsExactly("1 " + line, "2 " + line);
        assertThat(lines(line + "\n" + line, 99_999)).containsExactly("1 too long", "2 too long");
    }

    /** Every way in which a network may cut the bytes comes to the same. */
    @Test
    void doesNotMindHowTheBytesArrive() throws IOException {
        byte[] bytes = "\uFEFFone\r\ntwo\n\nthree".getBytes(StandardCharsets.UTF_8);
        for (int atATime = 1; atATime <= bytes.length; atATime++) {
            int most = atATime;
            InputStream dripping = new FilterInputStream(new ByteArrayInputStream(bytes)) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return super.read(into, offset, Math.min(most, length));
                }
            };
            assertThat(lines(dripping, 10)).containsExactly("1 one", "2 two", "3 ", "4 three");
        }
    }

    private static List<String> lines(String text, int limit) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
    }

    private static List<String> lines(InputStream in, int limit) throws IOException {
        Lines lines = Lines.of(in, LineEnd.LINE_FEED, limit);
        List<String> all = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            byte[] bytes = line.bytes();
            all.add(line.number() + " " + (bytes == null ? "too long" : new String(bytes, StandardCharsets.UTF_8)));
        }
        return all;
    }
}
