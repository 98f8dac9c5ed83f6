package scot.fort.launcher;

import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import scot.fort.local.Part;
import scot.fort.local.PartFailure;
import scot.fort.local.Stack;
import scot.fort.local.Topics;

/** Waits for all parts at once, since they become ready in no order; makes the topics as soon as there is a broker to make them on. */
final class Start {
    private static final String TOPIC_PREFIX = "fort";

    private final Stack stack;
    private final Duration bound;
    private final ReadyListener listener;

    Start(Stack stack, Duration bound, ReadyListener listener) {
        this.stack = stack;
        this.bound = bound;
        this.listener = listener;
    }

    /** Returns when all are ready; the first that cannot be ends the waiting with its {@link PartFailure}. */
    void await() {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Part> waiting = new ExecutorCompletionService<>(threads);
            stack.parts().forEach(part -> waiting.submit(() -> await(part)));
            for (int ready = 0; ready < stack.parts().size(); ready++) {
                listener.ready(waiting.take().get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PartFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("The start was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Part await(Part part) {
        part.awaitReady(bound);
        if (part == stack.kafka()) {
            Topics.create(stack.addresses().kafka(), TOPIC_PREFIX);
        }
        return part;
    }
}
