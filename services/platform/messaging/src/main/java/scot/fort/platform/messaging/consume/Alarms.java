package scot.fort.platform.messaging.consume;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person must look at: one log line and a counter, neither with anything personal. */
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger("fort.alarm");

    private final MeterRegistry meters;

    public Alarms(MeterRegistry meters) {
        this.meters = meters;
    }

    void raise(String code, String subject, String detail) {
        meters.counter("fort.alarm", "code", code).increment();
        LOG.error("{} {} {}", code, subject, detail);
    }
}
