/** Matches as screeners see them, and what they say of them. */
@NullMarked
package scot.fort.triage.identity.web;

import org.jspecify.annotations.NullMarked;
