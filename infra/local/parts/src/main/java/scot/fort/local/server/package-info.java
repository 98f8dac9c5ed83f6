/** What runs inside the child processes: the main classes of the embedded servers. Nothing else calls them. */
@NullMarked
package scot.fort.local.server;

import org.jspecify.annotations.NullMarked;
