package scot.fort.intake.batch.csv;

import scot.fort.intake.batch.LineEnd;

/**
 * Where rows end (RFC 4180): at a line feed that is not within quotation marks, which count only where a cell begins with
 * them. The separator is known only when the header has been read; no name in it holds either.
 */
final class RowEnd implements LineEnd {

    private enum At {
        BEGIN_OF_CELL,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private At at = At.BEGIN_OF_CELL;
    private String separators = ",;";

    void separatedBy(char separator) {
        separators = String.valueOf(separator);
    }

    @Override
    public boolean isAt(int next) {
        if (at != At.QUOTED && next == '\n') {
            at = At.BEGIN_OF_CELL;
            return true;
        }
        at = switch (at) {
            case QUOTED -> next == '"' ? At.QUOTE_IN_QUOTED : At.QUOTED;
            case QUOTE_IN_QUOTED -> next == '"' ? At.QUOTED : outside(next);
            case BEGIN_OF_CELL -> next == '"' ? At.QUOTED : outside(next);
            case PLAIN -> outside(next);
        };
        return false;
    }

    private At outside(int next) {
        return separators.indexOf(next) >= 0 ? At.BEGIN_OF_CELL : At.PLAIN;
    }
}
