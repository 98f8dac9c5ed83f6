package scot.fort.intake.batch.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.batch.Entry;
import scot.fort.intake.batch.Format;
import scot.fort.intake.batch.Line;
import scot.fort.intake.batch.Lines;
import scot.fort.intake.batch.Opening;
import scot.fort.intake.referral.form.ReferralForm;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;

/** Rows of CSV below a header. */
public final class CsvFormat implements Format {

    private static final int MOST_COLUMNS = 1_000;

    private final char separator;
    private final Cells cells;
    private final int width;
    private final List<Placed> placed;
    private final CheckedBodies bodies;

    /** A column and where it stands. */
    private record Placed(Column column, int index) {}

    private CsvFormat(char separator, Cells cells, List<String> names, Columns known, CheckedBodies bodies) {
        this.separator = separator;
        this.cells = cells;
        this.width = names.size();
        this.placed = IntStream.range(0, width)
                .mapToObj(index -> new Placed(known.named(names.get(index)).orElseThrow(), index))
                .sorted(Comparator.comparingInt(each -> known.order(each.column())))
                .toList();
        this.bodies = bodies;
    }

    /**
     * Reads the header, and refuses the whole batch when a column is not known: what it holds would be lost.
     *
     * @param mostRowBytes of one row
     */
    public static Opening open(InputStream in, int mostRowBytes, Columns known, CheckedBodies bodies)
            throws IOException {
        RowEnd rowEnd = new RowEnd();
        Lines lines = Lines.of(in, rowEnd, mostRowBytes);
        Line first = lines.next();
        byte[] header = first == null ? new byte[0] : first.bytes();
        if (header == null) {
            return refused(Problem.tooLarge(mostRowBytes));
        }
        char separator = Header.separator(header);
        if (isBlank(header, separator)) {
            return refused(Problem.invalid("", "required", "The first row must name the columns."));
        }
        rowEnd.separatedBy(separator);
        Cells cells = new Cells(separator);
        Optional<List<String>> parsed = cells.of(header);
        if (parsed.isEmpty()) {
            return refused(noCsv());
        }
        List<String> names = parsed.get().stream().map(String::strip).toList();
        if (names.size() > MOST_COLUMNS) {
            return refused(Problem.invalid("", "too-many", "There are more columns than " + MOST_COLUMNS + "."));
        }
        List<FieldFault> faults = Header.faults(names, known);
        return faults.isEmpty()
                ? new Opening.Opened(lines, new CsvFormat(separator, cells, names, known, bodies))
                : refused(Problem.invalid(faults));
    }

    /** Also of a row of empty cells, with which spreadsheets end. */
    @Override
    public boolean isBlank(byte[] row) {
        return isBlank(row, separator);
    }

    private static boolean isBlank(byte[] row, char separator) {
        for (byte each : row) {
            if (each != separator && each != ' ' && each != '\t' && each != '"') {
                return false;
            }
        }
        return true;
    }

    @Override
    public Entry read(byte[] row) {
        Optional<List<String>> parsed = cells.of(row);
        if (parsed.isEmpty()) {
            return new Entry.Misfit(noCsv(), null);
        }
        List<String> texts = parsed.get();
        Entry.Sent sent = sent(texts);
        return texts.size() > width
                ? new Entry.Misfit(
                        Problem.invalid("", "too-many", "The row has more cells than the header has columns."),
                        sent.body().tree())
                : sent;
    }

    private Entry.Sent sent(List<String> texts) {
        RowTree tree = new RowTree();
        @Nullable String key = null;
        for (Placed each : placed) {
            String text = each.index() < texts.size() ? texts.get(each.index()) : "";
            if (text.isBlank()) {
                continue;
            }
            if (each.column().isKey()) {
                key = text.strip();
            } else {
                tree.put(each.column().path(), each.column().cell().of(text));
            }
        }
        return new Entry.Sent(key, bodies.check(tree.json(), ReferralForm.class), tree::inRow);
    }

    private static Opening refused(Problem problem) {
        return new Opening.Refused(problem);
    }

    private static Problem noCsv() {
        return Problem.badRequest("The row is not CSV as RFC 4180 has it, or not in UTF-8.");
    }
}
