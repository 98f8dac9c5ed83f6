package scot.fort.intake.batch.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import scot.fort.intake.batch.Bounds;

/**
 * Bounds of batches.
 *
 * @param atOnce how many batches one instance takes at the same time, half of them of one organisation; more are
 *     asked to come again
 * @param mostLines that one batch may have, empty ones and a header counted
 * @param mostLineSize that one line may have
 * @param linesAtOnce how many lines of one batch are worked on at the same time
 * @param mostUnread size of the answers that may wait for a client that sends without reading
 * @param mostUnavailable lines in a row that could not be stored, until the batch ends
 * @param longest how long one batch may take
 */
@ConfigurationProperties("fort.intake.batch")
record BatchProperties(
        @DefaultValue("4") int atOnce,
        @DefaultValue("50000") int mostLines,
        @DefaultValue("256KB") DataSize mostLineSize,
        @DefaultValue("8") int linesAtOnce,
        @DefaultValue("16MB") DataSize mostUnread,
        @DefaultValue("16") int mostUnavailable,
        @DefaultValue("30m") Duration longest) {

    BatchProperties {
        Assert.isTrue(atOnce > 0, "fort.intake.batch.at-once must be 1 or more");
        Assert.isTrue(mostLines > 0, "fort.intake.batch.most-lines must be 1 or more");
        Assert.isTrue(
                mostLineSize.toBytes() > 0 && mostLineSize.toMegabytes() < 1024,
                "fort.intake.batch.most-line-size must be at least one byte and below 1 GB");
        Assert.isTrue(linesAtOnce > 0, "fort.intake.batch.lines-at-once must be 1 or more");
        Assert.isTrue(mostUnread.toBytes() > 0, "fort.intake.batch.most-unread must be at least one byte");
        Assert.isTrue(mostUnavailable > 0, "fort.intake.batch.most-unavailable must be 1 or more");
        Assert.isTrue(longest.isPositive(), "fort.intake.batch.longest must be longer than nothing");
    }

    Bounds bounds() {
        return new Bounds(
                mostLines,
                Math.toIntExact(mostLineSize.toBytes()),
                linesAtOnce,
                mostUnread.toBytes(),
                mostUnavailable,
                longest);
    }
}
