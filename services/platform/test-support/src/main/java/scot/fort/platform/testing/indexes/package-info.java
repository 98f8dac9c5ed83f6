/**
 * Shows that every query of a service has an index that serves it. The server that tests run on ignores indexes, so no
 * figure of it says anything; what the driver sends, and what indexes the service declares, says all.
 */
@NullMarked
package scot.fort.platform.testing.indexes;

import org.jspecify.annotations.NullMarked;
