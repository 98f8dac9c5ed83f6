package scot.fort.triage.board.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.triage.board.BoardKeeper;
import scot.fort.triage.board.Following;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** Has the board kept for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    /** Many times what a hub has open; with more, nobody can follow. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_BEHIND = 4_096;

    @Bean
    Following following(Clock clock, MeterRegistry meters) {
        Following following = new Following(MOST_ROWS, MOST_BEHIND, clock);
        Gauge.builder("fort.queue.followers", following, Following::followers)
                .description("Those who follow the queue at this instance")
                .register(meters);
        return following;
    }

    /** Of the phase that stops first: an answer that goes on would hold up the stopping of the web server. */
    @Bean
    SmartLifecycle boardKeeping(
            Following following,
            Queue queue,
            AggregateStore<Screening, ScreeningEvent> screenings,
            Consumers consumers,
            Clock clock) {
        BoardKeeper keeper =
                new BoardKeeper(following, queue, screenings, listener -> consumers.tail("triage", listener), clock);
        return new Keeping(keeper);
    }

    private static final class Keeping implements SmartLifecycle {
        private final BoardKeeper keeper;
        private volatile boolean running;

        private Keeping(BoardKeeper keeper) {
            this.keeper = keeper;
        }

        @Override
        public void start() {
            running = true;
            keeper.start();
        }

        @Override
        public void stop() {
            running = false;
            keeper.stop();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
