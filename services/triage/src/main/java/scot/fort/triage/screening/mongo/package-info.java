/** Where screenings are kept, and how the queue is read. */
@NullMarked
package scot.fort.triage.screening.mongo;

import org.jspecify.annotations.NullMarked;
