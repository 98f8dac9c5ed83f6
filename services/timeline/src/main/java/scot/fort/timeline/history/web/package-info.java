/** Answers with the history of one referral, each reader seeing what their role may see of it. */
@NullMarked
package scot.fort.timeline.history.web;

import org.jspecify.annotations.NullMarked;
