/** The hub's HTTP interface: the queue, a screening, and what is done with it. */
@NullMarked
package scot.fort.triage.screening.web;

import org.jspecify.annotations.NullMarked;
