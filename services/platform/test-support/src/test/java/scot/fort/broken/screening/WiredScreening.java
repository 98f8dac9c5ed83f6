package scot.fort.broken.screening;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A feature that waits to be filled from outside. */
class WiredScreening {

    @Autowired
    @Nullable Clock clock;

    @Value("${fort.lease}")
    String lease = "";
}
