/** The policies of screening, read from their files, and the other settings. */
@NullMarked
package scot.fort.triage.screening.config;

import org.jspecify.annotations.NullMarked;
