/** The dated targets, the working calendar and the lease, from the configuration. */
@NullMarked
package scot.fort.triage.screening.config;

import org.jspecify.annotations.NullMarked;
