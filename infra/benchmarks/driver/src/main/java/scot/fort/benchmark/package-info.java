/**
 * Measures the way of a submission against a bare endpoint, both in one run on the same machine, server and token: {@code
 * ./fort benchmark submit}. Only ratios carry over to other machines; everything absolute is printed with what it was
 * measured on.
 */
@NullMarked
package scot.fort.benchmark;

import org.jspecify.annotations.NullMarked;
