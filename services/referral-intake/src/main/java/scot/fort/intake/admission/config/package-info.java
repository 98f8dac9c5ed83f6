/** Puts admission together, with its settings. */
@NullMarked
package scot.fort.intake.admission.config;

import org.jspecify.annotations.NullMarked;
