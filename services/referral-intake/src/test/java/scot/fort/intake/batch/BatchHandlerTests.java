package scot.fort.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scot.fort.intake.referral.submission.Outcome;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a batch does when lines take long, are not stored, or are not read; without a server. */
@Timeout(30)
class BatchHandlerTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final CheckedBodies BODIES = new CheckedBodies();
    private static final Bounds BOUNDS = new Bounds(1_000, 1_000, 8, 1_000_000, 3, Duration.ofMinutes(1));
    private static final Outcome VALID = new Outcome.Valid(List.of());

    @Test
    void answersInTheOrderOfTheLinesHoweverLongEachTakes() throws IOException {
        Random random = new Random(7);
        List<JsonNode> answers = run(batch(500), BOUNDS, sent -> {
            LockSupport.parkNanos(random.nextInt(2_000_000));
            return VALID;
        });

        assertThat(numbers(answers))
                .isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void worksOnAFewLinesAtATimeAndNeverOnMore() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        run(batch(200), BOUNDS, sent -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            now.decrementAndGet();
            return VALID;
        });

        assertThat(most.get()).isBetween(2, 8);
    }

    @Test
    void goesOnAfterALineThatCouldNotBeStored() throws IOException {
        List<JsonNode> answers = run(batch(10), BOUNDS, sent -> {
            if ("5".equals(sent.idempotencyKey())) {
                throw new UncheckedIOException(new IOException("no database"));
            }
            return VALID;
        });

        assertThat(answers).hasSize(10);
        assertThat(answers.get(4).get("status").intValue()).isEqualTo(503);
        assertThat(answers.get(4).get("code").stringValue()).isEqualTo("unavailable");
        assertThat(answers.get(4).get("retryAfter").intValue()).isEqualTo(2);
        assertThat(answers.get(5).get("status").intValue()).isEqualTo(200);
    }

    @Test
    void answersADefectOfOneLineAndGoesOn() throws IOException {
        List<JsonNode> answers = run(batch(3), BOUNDS, sent -> {
            if ("2".equals(sent.idempotencyKey())) {
                throw new StackOverflowError();
            }
            return VALID;
        });

        assertThat(answers.get(1).get("status").intValue()).isEqualTo(500);
        assertThat(answers.get(2).get("status").intValue()).isEqualTo(200);
    }

    @Test
    void endsWhenManyLinesInARowCouldNotBeStored() throws IOException {
        AtomicInteger tried = new AtomicInteger();

        List<JsonNode> answers = run(batch(500), BOUNDS, sent -> {
            tried.incrementAndGet();
            throw new UncheckedIOException(new IOException("no database"));
        });

        assertThat(answers)
                .hasSizeLessThanOrEqualTo(3 + 8 + 1)
                .allMatch(answer -> answer.get("status").intValue() == 503);
        assertThat(tried.get())
                .as("the last answer is of a line that was not tried")
                .isEqualTo(answers.size() - 1);
        assertThat(answers.getLast().get("detail").stringValue()).contains("send the whole batch again");
    }

    @Test
    void endsAtTheMostLinesThatItMayHave() throws IOException {
        Bounds five = new Bounds(5, 1_000, 8, 1_000_000, 3, Duration.ofMinutes(1));

        List<JsonNode> answers = run(batch(5), five, sent -> VALID);
        List<JsonNode> more = run(batch(500), five, sent -> VALID);

        assertThat(numbers(answers)).containsExactly(1, 2, 3, 4, 5);
        assertThat(numbers(more)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(more.getLast().get("status").intValue()).isEqualTo(413);
        assertThat(more.getLast().get("code").stringValue()).isEqualTo("too-large");
    }

    @Test
    void endsWhenItsTimeIsUp() throws IOException {
        Bounds brief = new Bounds(1_000, 1_000, 8, 1_000_000, 3, Duration.ofMillis(100));
        InputStream slow = new ByteArrayInputStream(batch(1_000).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                LockSupport.parkNanos(1_000_000);
                return super.read(into, offset, Math.min(64, length));
            }
        };

        List<JsonNode> answers = answers(run(slow, brief, sent -> VALID));

        assertThat(answers).hasSizeBetween(1, 999);
        assertThat(answers.getLast().get("status").intValue()).isEqualTo(503);
        assertThat(answers.getLast().get("line").intValue()).isEqualTo(answers.size());
    }

    @Test
    void readsNoFurtherThanItsClientReads() throws Exception {
        Bounds little = new Bounds(1_000, 1_000, 8, 500, 3, Duration.ofMinutes(1));
        AtomicInteger submitted = new AtomicInteger();
        CountDownLatch mayRead = new CountDownLatch(1);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    mayRead.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
                read.write(bytes, offset, length);
            }
        };
        Thread running = Thread.ofVirtual().start(() -> {
            try {
                run(in(batch(500)), little, stuck, sent -> {
                    submitted.incrementAndGet();
                    return VALID;
                });
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
        running.join(Duration.ofMillis(300));

        assertThat(running.isAlive()).isTrue();
        assertThat(submitted.get()).isLessThan(40);

        mayRead.countDown();
        running.join();
        assertThat(answers(read)).hasSize(500);
    }

    @Test
    void submitsNothingMoreWhenItsClientHasGone() {
        AtomicInteger submitted = new AtomicInteger();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> run(in(batch(1_000)), BOUNDS, gone, sent -> {
                    submitted.incrementAndGet();
                    LockSupport.parkNanos(1_000_000);
                    return VALID;
                }))
                .isInstanceOf(IOException.class);
        assertThat(submitted.get()).isLessThan(100);
    }

    @Test
    void stillAnswersWhatWasTakenWhenTheRestCannotBeRead() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream cut = new SequenceInputStream(in(batch(3) + "\n{\"idem"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        });

        assertThatThrownBy(() -> run(cut, BOUNDS, out, sent -> VALID)).hasMessage("cut");
        assertThat(numbers(answers(out))).containsExactly(1, 2, 3);
    }

    /** Whoever waits for ever keeps one of the few places that an instance has for batches. */
    @Test
    void waitsForNoAnswerThatCannotBeGiven() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BatchHandler unable = new BatchHandler(
                JSON,
                fault -> {
                    throw new IllegalStateException(fault);
                },
                BOUNDS);
        Batch batch = unable.begin(in(batch(100)));
        Opening opening = batch.open(in -> NdjsonFormat.open(in, BOUNDS.mostLineBytes(), BODIES));

        batch.run(
                (Opening.Opened) opening,
                sent -> {
                    throw new IllegalStateException("a defect");
                },
                out);

        assertThat(answers(out)).isEmpty();
    }

    @Test
    void endsWhenItIsStoppedWhileLinesAreWorkedOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(8);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread running = Thread.ofVirtual().start(() -> {
            try {
                run(in(batch(100)), BOUNDS, new ByteArrayOutputStream(), sent -> {
                    begun.countDown();
                    awaitUninterruptibly(goOn);
                    return VALID;
                });
            } catch (IOException stopped) {
                ended.set(stopped);
            }
        });
        begun.await();

        running.interrupt();
        goOn.countDown();

        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
        assertThat(ended.get()).isInstanceOf(InterruptedIOException.class);
    }

    /** An empty answer of 200 would tell its client that all is well. */
    @Test
    void refusesOneThatTakesTooLongToBegin() throws IOException {
        Bounds brief = new Bounds(1_000, 1_000, 8, 1_000_000, 3, Duration.ofMillis(1));
        InputStream slow = new ByteArrayInputStream(batch(1).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                LockSupport.parkNanos(2_000_000);
                return super.read(into, offset, 1);
            }
        };
        Batch batch = new BatchHandler(JSON, BatchHandlerTests::problem, brief).begin(slow);

        Opening opening = batch.open(in -> NdjsonFormat.open(in, brief.mostLineBytes(), BODIES));
        batch.skipRest();

        assertThat(opening).isInstanceOfSatisfying(Opening.Refused.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo(ProblemCode.UNAVAILABLE));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String batch(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(number -> "{\"idempotencyKey\": \"" + number + "\", \"referral\": {}}")
                .collect(Collectors.joining("\n"));
    }

    private static InputStream in(String batch) {
        return new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> run(String batch, Bounds bounds, Desk desk) throws IOException {
        return answers(run(in(batch), bounds, desk));
    }

    private static ByteArrayOutputStream run(InputStream in, Bounds bounds, Desk desk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(in, bounds, out, desk);
        return out;
    }

    private static void run(InputStream in, Bounds bounds, OutputStream out, Desk desk) throws IOException {
        Batch batch = new BatchHandler(JSON, BatchHandlerTests::problem, bounds).begin(in);
        Opening opening = batch.open(limited -> NdjsonFormat.open(limited, bounds.mostLineBytes(), BODIES));
        batch.run((Opening.Opened) opening, desk, out);
    }

    private static Problem problem(Throwable fault) {
        return fault instanceof UncheckedIOException
                ? Problem.unavailable(Duration.ofSeconds(2))
                : Problem.of(ProblemCode.INTERNAL);
    }

    private static List<JsonNode> answers(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .<JsonNode>map(JSON::readTree)
                .toList();
    }

    private static List<Integer> numbers(List<JsonNode> answers) {
        return answers.stream().map(answer -> answer.get("line").intValue()).toList();
    }
}
