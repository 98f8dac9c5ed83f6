/** The whole system as its users meet it: five services, a real broker, registry, database and mail server. */
@NullMarked
package scot.fort.journey;

import org.jspecify.annotations.NullMarked;
