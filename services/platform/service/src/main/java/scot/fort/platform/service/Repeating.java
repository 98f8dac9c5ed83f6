package scot.fort.platform.service;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What a service does by itself, again and again: with a pause in between, whatever came of it the last time, and at once
 * when it is woken. One round at a time; a service that stops lets the round under way come to its end.
 */
public final class Repeating implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(15);

    private final String name;
    private final Runnable round;
    private final Duration pause;
    private volatile @Nullable ScheduledThreadPoolExecutor executor;

    /**
     * Something to repeat.
     *
     * @param name of its thread, and by which the log tells of it
     */
    public Repeating(String name, Runnable round, Duration pause) {
        this.name = name;
        this.round = round;
        this.pause = pause;
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).factory());
        started.scheduleWithFixedDelay(this::once, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    /** There is something to do now. */
    public void wake() {
        ScheduledThreadPoolExecutor running = executor;
        if (running != null) {
            try {
                running.execute(this::once);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("{} is stopping; another instance, or the next start, goes on", name);
            }
        }
    }

    /** Whatever leaves this method would end the repetition without a word. */
    private void once() {
        try {
            round.run();
        } catch (RuntimeException fault) {
            LOG.warn("{} waits for {}", name, fault.getClass().getSimpleName());
        } catch (Error defect) {
            LOG.error("{} waits for {}", name, defect.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        ScheduledThreadPoolExecutor running = executor;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} is still under way", name);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        ScheduledThreadPoolExecutor running = executor;
        return running != null && !running.isShutdown();
    }
}
