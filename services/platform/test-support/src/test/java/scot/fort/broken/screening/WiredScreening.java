package scot.fort.broken.screening;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A feature that waits to be filled from outside. */
class WiredScreening {

    @Autowired
    Clock clock = Clock.tickSeconds(java.time.ZoneOffset.UTC);

    @Value("${fort.lease}")
    String lease = "";
}
