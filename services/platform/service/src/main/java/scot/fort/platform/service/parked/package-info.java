/**
 * What waits in a service's documents as it cannot be applied, shown to operators, who may have it retried or discarded.
 */
@NullMarked
package scot.fort.platform.service.parked;

import org.jspecify.annotations.NullMarked;
