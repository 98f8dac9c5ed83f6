package scot.fort.intake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import scot.fort.intake.referral.submission.Outcome;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemCode;

/**
 * A batch under way. The thread of the request reads lines and hands them to others, a few at a time; one more thread writes
 * the answers, in the order of the lines. So a client that sends everything before it reads anything is served as well as
 * one that does both at once, up to what may wait here unread. The container keeps reading and writing of one connection
 * apart, each with a time-out of its own.
 */
public final class Batch {

    private static final Duration GRACE_TO_READ = Duration.ofMinutes(1);
    private static final String TOO_LONG = "The batch has taken too long and ends here.";
    private static final int SKIPPED_AT_ONCE = 16 * 1024;
    private static final long MOST_SKIPPED_BYTES = 64L * 1024 * 1024;

    private final InputStream in;
    private final AnswerLines answerLines;
    private final Function<Throwable, Problem> faults;
    private final Bounds bounds;
    private final TimeLimit time;
    private final Answers answers;
    private final Semaphore hands;
    private final AtomicInteger unavailableInARow = new AtomicInteger();

    Batch(InputStream in, AnswerLines answerLines, Function<Throwable, Problem> faults, Bounds bounds) {
        this.answerLines = answerLines;
        this.faults = faults;
        this.bounds = bounds;
        this.time = new TimeLimit(bounds.longest());
        this.in = time.limiting(in);
        this.answers = new Answers(bounds.mostWaitingBytes());
        this.hands = new Semaphore(bounds.atATime());
    }

    /** How a batch begins. */
    @FunctionalInterface
    public interface Beginning {

        Opening of(InputStream in) throws IOException;
    }

    /** Reads how it begins; one that takes too long even for that is refused. */
    public Opening open(Beginning beginning) throws IOException {
        try {
            return beginning.of(in);
        } catch (TimeLimit.TimeIsUp late) {
            return new Opening.Refused(ended(TOO_LONG));
        }
    }

    /**
     * Passes over what is still sent, so that a client which sends everything first lives to read why. Not without end: a
     * client that goes on and on, or takes too long, is cut off.
     */
    public void skipRest() throws IOException {
        byte[] buffer = new byte[SKIPPED_AT_ONCE];
        long left = MOST_SKIPPED_BYTES;
        try {
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                left -= read;
            }
        } catch (TimeLimit.TimeIsUp late) {
            return;
        }
    }

    /**
     * Submits every line and answers it.
     *
     * @throws IOException when the client has gone, or neither sends nor reads; what was accepted stays accepted
     */
    public void run(Opening.Opened opened, Desk desk, OutputStream out) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> {
                write(out);
                return null;
            });
            try {
                read(opened, desk, threads);
            } catch (InterruptedException stopped) {
                answers.abandon();
                throw stopped;
            } finally {
                answers.complete();
                await(writing);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The batch was stopped");
        }
    }

    private void read(Opening.Opened opened, Desk desk, ExecutorService threads)
            throws IOException, InterruptedException {
        @Nullable Map<String, String> logged = MDC.getCopyOfContextMap();
        Lines lines = opened.lines();
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                byte[] bytes = line.bytes();
                if (bytes != null && opened.format().isBlank(bytes)) {
                    continue;
                }
                Answers.Place place = answers.next();
                if (place == null) {
                    return;
                }
                Problem end = end(line.number());
                if (end != null) {
                    place.fill(answerLines.of(line.number(), end));
                    skipRest();
                    return;
                }
                hands.acquire();
                threads.execute(work(line, opened.format(), desk, place, logged));
            }
        } catch (TimeLimit.TimeIsUp late) {
            end(lines.number() + 1, TOO_LONG);
        }
    }

    private Runnable work(
            Line line, Format format, Desk desk, Answers.Place place, @Nullable Map<String, String> logged) {
        return () -> {
            MDC.setContextMap(logged == null ? Map.of() : logged);
            boolean filled = false;
            try {
                place.fill(answer(line, format, desk));
                filled = true;
            } finally {
                hands.release();
                if (!filled) {
                    answers.abandon();
                }
            }
        };
    }

    private void end(int line, String why) throws InterruptedException {
        Answers.Place place = answers.next();
        if (place != null) {
            place.fill(answerLines.of(line, ended(why)));
        }
    }

    /** Why no line is taken from here on, if there is a reason. */
    private @Nullable Problem end(int line) {
        if (line > bounds.mostLines()) {
            return Problem.of(ProblemCode.TOO_LARGE)
                    .withDetail("A batch has at most " + bounds.mostLines()
                            + " lines; neither this line nor any after it was looked at.");
        }
        return unavailableInARow.get() >= bounds.mostUnavailableInARow()
                ? ended("Too many lines in a row could not be stored, and the batch ends here.")
                : null;
    }

    private static Problem ended(String why) {
        return Problem.unavailable(Duration.ofSeconds(10))
                .withDetail(
                        why + " Neither this line nor any after it was looked at; send the whole batch again later.");
    }

    /** Always an answer, since those of the next lines wait for it. */
    private byte[] answer(Line line, Format format, Desk desk) {
        try {
            byte[] bytes = line.bytes();
            Entry entry = bytes == null
                    ? new Entry.Misfit(Problem.tooLarge(bounds.mostLineBytes()), null)
                    : format.read(bytes);
            return switch (entry) {
                case Entry.Misfit misfit -> answerLines.of(line.number(), desk.refuse(misfit));
                case Entry.Sent sent -> answerLines.of(line.number(), counted(desk.take(sent)), sent.pointers());
            };
        } catch (RuntimeException | Error fault) {
            Problem problem = faults.apply(fault);
            counted(new Outcome.Refused(problem));
            return answerLines.of(line.number(), problem);
        }
    }

    private Outcome counted(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(var problem) && problem.code() == ProblemCode.UNAVAILABLE) {
            unavailableInARow.incrementAndGet();
        } else {
            unavailableInARow.set(0);
        }
        return outcome;
    }

    private void write(OutputStream out) throws IOException, InterruptedException {
        try {
            for (byte[] answer = answers.take(); answer != null; answer = answers.take()) {
                out.write(answer);
                if (!answers.isReady()) {
                    out.flush();
                }
                if (time.isUpSince(GRACE_TO_READ)) {
                    throw new TimeLimit.TimeIsUp();
                }
            }
        } finally {
            answers.abandon();
        }
    }

    private static void await(Future<?> writing) throws IOException, InterruptedException {
        try {
            writing.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException gone) {
                throw gone;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
