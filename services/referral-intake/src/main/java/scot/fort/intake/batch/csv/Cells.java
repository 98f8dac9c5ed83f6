package scot.fort.intake.batch.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Takes a row apart. */
final class Cells {

    private final CSVFormat format;

    Cells(char separator) {
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The cells of one row; nothing when its bytes are no UTF-8 or its quotation marks make no sense. */
    Optional<List<String>> of(byte[] row) {
        try (CSVParser parser = CSVParser.parse(decoded(row), format)) {
            List<CSVRecord> rows = parser.getRecords();
            return rows.size() == 1 ? Optional.of(rows.getFirst().toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException broken) {
            return Optional.empty();
        }
    }

    private static String decoded(byte[] row) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(row))
                .toString();
    }
}
