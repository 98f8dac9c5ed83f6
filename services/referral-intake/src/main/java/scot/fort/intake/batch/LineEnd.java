package scot.fort.intake.batch;

/** Says at which bytes lines end. It is asked about every byte, in order. */
@FunctionalInterface
public interface LineEnd {

    /** Of lines in which a line feed is never anything else. */
    LineEnd LINE_FEED = next -> next == '\n';

    /** Whether this byte, which is not part of the line any more, ends it. */
    boolean isAt(int next);
}
