/** Keeps reads in MongoDB, one document each. */
@NullMarked
package scot.fort.triage.access.mongo;

import org.jspecify.annotations.NullMarked;
