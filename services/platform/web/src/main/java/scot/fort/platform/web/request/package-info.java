/** The outermost of every request: its identifiers in logs and events, the headers of its answer, the container's refusals. */
@NullMarked
package scot.fort.platform.web.request;

import org.jspecify.annotations.NullMarked;
