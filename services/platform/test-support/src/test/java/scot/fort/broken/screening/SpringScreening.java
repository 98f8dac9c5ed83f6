package scot.fort.broken.screening;

import org.springframework.core.env.Environment;

/** A feature that asks its framework. */
record SpringScreening(Environment environment) {}
