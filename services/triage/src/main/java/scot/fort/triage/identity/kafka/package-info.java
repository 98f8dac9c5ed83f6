/** What is heard of children from intake, and the form in which matches are told. */
@NullMarked
package scot.fort.triage.identity.kafka;

import org.jspecify.annotations.NullMarked;
