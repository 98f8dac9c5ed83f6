/**
 * Takes referrals: accepts each with one write, seals what is personal, and gives a receipt that a retry gets again; then
 * says where it stands, and takes what the referrer adds, corrects or withdraws. It also says what the codes
 * of all services mean.
 *
 * <p>Topics in: triage, allocation, from which the status follows. Topics out: intake, and access, one event for each read
 * of a record. It asks no other service, and shares nothing but the store of data keys.
 */
@NullMarked
package scot.fort.intake;

import org.jspecify.annotations.NullMarked;
