/** A small service that shows what every service gets from the web module, and tests of it over real HTTP. */
@NullMarked
package scot.fort.sample;

import org.jspecify.annotations.NullMarked;
