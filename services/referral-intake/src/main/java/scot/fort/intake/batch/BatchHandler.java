package scot.fort.intake.batch;

import java.io.InputStream;
import java.util.function.Function;
import scot.fort.platform.web.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Takes batches. */
public final class BatchHandler {

    private final AnswerLines answerLines;
    private final Function<Throwable, Problem> faults;
    private final Bounds bounds;

    /** @param faults says what a fault is to the sender of the line that met it */
    public BatchHandler(JsonMapper json, Function<Throwable, Problem> faults, Bounds bounds) {
        this.answerLines = new AnswerLines(json);
        this.faults = faults;
        this.bounds = bounds;
    }

    /** A batch that begins now, and whose time runs from now. @param in all that its client sends */
    public Batch begin(InputStream in) {
        return new Batch(in, answerLines, faults, bounds);
    }
}
