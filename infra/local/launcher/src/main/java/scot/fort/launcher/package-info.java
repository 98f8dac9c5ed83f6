/**
 * What {@code ./fort} does: starts, shows and stops the whole stack on one machine, without Docker.
 *
 * <p>A stack is known by its data folder; several run side by side. Tests start one through {@link scot.fort.launcher.LocalStack}.
 */
@NullMarked
package scot.fort.launcher;

import org.jspecify.annotations.NullMarked;
