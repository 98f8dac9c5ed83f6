package scot.fort.intake.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Answers that wait to be written. The threads that work on lines fill them in any order; the thread that writes takes them
 * in the order of the lines. While too many bytes wait, no further line is begun.
 */
final class Answers {

    private final long mostBytes;
    private final Deque<Place> places = new ArrayDeque<>();
    private long waitingBytes;
    private boolean complete;
    private boolean abandoned;

    Answers(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The place of a line in the order of answers. */
    final class Place {

        private byte @Nullable [] answer;

        void fill(byte[] bytes) {
            synchronized (Answers.this) {
                answer = bytes;
                waitingBytes += bytes.length;
                Answers.this.notifyAll();
            }
        }
    }

    /** A place after all the others, as soon as there is room; nothing when no answer can be written any more. */
    synchronized @Nullable Place next() throws InterruptedException {
        while (!abandoned && waitingBytes >= mostBytes) {
            wait();
        }
        if (abandoned) {
            return null;
        }
        Place place = new Place();
        places.add(place);
        return place;
    }

    /** No more places will be asked for. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /** No more answers will be written. */
    synchronized void abandon() {
        abandoned = true;
        places.clear();
        notifyAll();
    }

    /** Whether the next answer is there, so that {@link #take} would not wait. */
    synchronized boolean isReady() {
        Place first = places.peek();
        return first != null && first.answer != null;
    }

    /** The next answer; nothing after the last one. */
    synchronized byte @Nullable [] take() throws InterruptedException {
        while (!abandoned && !isReady() && !(complete && places.isEmpty())) {
            wait();
        }
        Place first = places.poll();
        if (first == null || first.answer == null) {
            return null;
        }
        waitingBytes -= first.answer.length;
        notifyAll();
        return first.answer;
    }
}
