/** Answers what the codes mean. */
@NullMarked
package scot.fort.intake.reference.web;

import org.jspecify.annotations.NullMarked;
