package scot.fort.notification.correspondence.mail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import scot.fort.notification.correspondence.Dispatcher;

/** Looks for due messages again and again, whatever happened the last time. */
final class DispatchLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(15);

    private final Dispatcher dispatcher;
    private final Duration poll;
    private @Nullable ScheduledExecutorService executor;

    DispatchLoop(Dispatcher dispatcher, Duration poll) {
        this.dispatcher = dispatcher;
        this.poll = poll;
    }

    @Override
    public void start() {
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mail-dispatch").factory());
        executor.scheduleWithFixedDelay(this::once, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void once() {
        try {
            dispatcher.sendDue();
        } catch (RuntimeException fault) {
            LOG.warn("Messages wait for {}", fault.getClass().getSimpleName());
        }
    }

    /** Waits for the message that is under way, so that what came of it is written down. */
    @Override
    public void stop() {
        if (executor == null) {
            return;
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A message is still under way; it will be tried again when its lease is over");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null && !executor.isShutdown();
    }
}
