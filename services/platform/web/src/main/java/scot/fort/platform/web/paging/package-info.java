/** Lists in pages: an opaque cursor, a bounded limit, and the moment the answer reflects. */
@NullMarked
package scot.fort.platform.web.paging;

import org.jspecify.annotations.NullMarked;
