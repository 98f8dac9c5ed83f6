/** Hears of reads from the topic that all services tell them on. */
@NullMarked
package scot.fort.triage.access.kafka;

import org.jspecify.annotations.NullMarked;
