/** What a caller is told when a request is refused or cannot be served: problem details, the same on every path. */
@NullMarked
package scot.fort.platform.web.problem;

import org.jspecify.annotations.NullMarked;
