package scot.fort.triage.board.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the queue is followed at one instance.
 *
 * @param poll how often it is looked for changes that nobody told of
 * @param mostRows open screenings that are held for those who follow; with more, nobody can
 * @param mostBehind changes that somebody who reads slowly may be behind before being cut
 */
@ConfigurationProperties("fort.board")
record BoardProperties(
        @DefaultValue("5s") Duration poll,
        @DefaultValue("20000") int mostRows,
        @DefaultValue("4096") int mostBehind) {

    BoardProperties {
        Assert.isTrue(poll.toMillis() >= 100, "fort.board.poll must be at least 100ms");
        Assert.isTrue(mostRows >= 1, "fort.board.most-rows must be at least 1");
        Assert.isTrue(mostBehind >= 1, "fort.board.most-behind must be at least 1");
    }
}
