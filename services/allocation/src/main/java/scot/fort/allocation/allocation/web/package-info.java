/** What coordinators and providers see and say of allocations and offers. */
@NullMarked
package scot.fort.allocation.allocation.web;

import org.jspecify.annotations.NullMarked;
