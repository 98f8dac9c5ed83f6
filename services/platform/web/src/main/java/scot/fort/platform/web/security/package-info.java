/** Who calls, and what they may do: bearer tokens, roles, deny by default. */
@NullMarked
package scot.fort.platform.web.security;

import org.jspecify.annotations.NullMarked;
