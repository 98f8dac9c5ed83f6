/** How often one client may call: a bound for each, so that nobody's flood is everybody's outage. */
@NullMarked
package scot.fort.platform.web.rate;

import org.jspecify.annotations.NullMarked;
