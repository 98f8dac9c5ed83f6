/**
 * Who may be the same child, or a brother or sister, among all that referrals ever told. {@link
 * scot.fort.triage.matching.Fingerprinting} turns what one says of a child into keyed hashes, {@link
 * scot.fort.triage.matching.Likeness} weighs two of these, {@link scot.fort.triage.matching.Matching} proposes. Whether a
 * proposal is right, a person says: nothing here joins two records.
 */
@NullMarked
package scot.fort.triage.matching;

import org.jspecify.annotations.NullMarked;
