/** What is personal in a referral: written as Avro content records, sealed under its data key, opened to answer. */
@NullMarked
package scot.fort.intake.referral.content;

import org.jspecify.annotations.NullMarked;
