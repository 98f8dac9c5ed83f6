/** The bare endpoint that intake is measured against: it verifies the token, validates the body and does one insert. */
@NullMarked
package scot.fort.benchmark.bare;

import org.jspecify.annotations.NullMarked;
