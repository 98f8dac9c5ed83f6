/** Strict request bodies: limited, parsed without leniency, checked against a JSON Schema, all faults in one answer. */
@NullMarked
package scot.fort.platform.web.body;

import org.jspecify.annotations.NullMarked;
