package scot.fort.allocation.allocation.care;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import scot.fort.platform.messaging.aggregate.Wakeable;

/** Does something again and again, whatever happened the last time, and at once when it is woken. */
final class CareLoop implements SmartLifecycle, Wakeable {

    private static final Logger LOG = LoggerFactory.getLogger(CareLoop.class);

    private final String name;
    private final Runnable work;
    private final Duration pause;
    private volatile @Nullable ScheduledExecutorService executor;

    CareLoop(String name, Runnable work, Duration pause) {
        this.name = name;
        this.work = work;
        this.pause = pause;
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).factory());
        started.scheduleWithFixedDelay(this::once, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    @Override
    public void wake(Collection<String> ids) {
        ScheduledExecutorService running = executor;
        if (running != null) {
            try {
                running.execute(this::once);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("{} is stopping; another instance, or the next start, goes on", name);
            }
        }
    }

    private void once() {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.warn("{} waits for {}", name, fault.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        ScheduledExecutorService running = executor;
        return running != null && !running.isShutdown();
    }
}
