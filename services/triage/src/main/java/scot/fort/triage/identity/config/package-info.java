/** How matching is set up. */
@NullMarked
package scot.fort.triage.identity.config;

import org.jspecify.annotations.NullMarked;
