/**
 * Personal content sealed under one data key per referral, so that destroying the key erases every copy of it.
 *
 * <p>A data key is itself encrypted by the key-encryption key and kept in the one database that services share. Intake
 * takes fresh keys from a {@link scot.fort.platform.sealing.KeyPool}; whoever has a referral's key id seals more with
 * the {@link scot.fort.platform.sealing.Sealer} and reads with the {@link scot.fort.platform.sealing.Opener}.
 */
@NullMarked
package scot.fort.platform.sealing;

import org.jspecify.annotations.NullMarked;
