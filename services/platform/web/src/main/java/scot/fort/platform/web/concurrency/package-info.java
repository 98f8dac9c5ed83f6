/** Optimistic concurrency over HTTP: the version of an aggregate as an entity tag, and the precondition on it. */
@NullMarked
package scot.fort.platform.web.concurrency;

import org.jspecify.annotations.NullMarked;
