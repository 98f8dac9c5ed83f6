/** The calls about parked events, which every service answers that hears events. */
@NullMarked
package scot.fort.platform.service.parked.web;

import org.jspecify.annotations.NullMarked;
