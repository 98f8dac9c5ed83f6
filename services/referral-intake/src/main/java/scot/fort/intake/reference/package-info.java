/**
 * The words of FORT: every set of codes that a system may send or be answered, each code with a label that a person
 * understands and the days on which it is effective. Most are in files beside the code; a feature adds those that it knows
 * itself, such as the wards of the configuration, as a {@link CodeSet} of its own.
 */
@NullMarked
package scot.fort.intake.reference;

import org.jspecify.annotations.NullMarked;
