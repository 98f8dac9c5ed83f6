/** The demonstration: referrals on their whole way, through the services' own HTTP interfaces and nothing else. */
@NullMarked
package scot.fort.launcher.demo;

import org.jspecify.annotations.NullMarked;
