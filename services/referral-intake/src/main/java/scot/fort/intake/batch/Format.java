package scot.fort.intake.batch;

/** How lines say submissions. Of use to many threads. */
public interface Format {

    /** Whether a line says nothing at all and is passed over. */
    boolean isBlank(byte[] line);

    /** What a line says that is not blank. */
    Entry read(byte[] line);
}
