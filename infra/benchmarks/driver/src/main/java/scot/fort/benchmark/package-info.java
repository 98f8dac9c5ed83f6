/**
 * Measures the way of a submission against a bare endpoint ({@code ./fort benchmark submit}), and its way into the queue of
 * those who follow it against the least that this takes ({@code ./fort benchmark queue}), each pair in one run on the same
 * machine, server and token. Only ratios carry over to other machines; everything absolute is printed with what it was
 * measured on.
 */
@NullMarked
package scot.fort.benchmark;

import org.jspecify.annotations.NullMarked;
