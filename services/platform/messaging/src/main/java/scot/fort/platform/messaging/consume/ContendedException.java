package scot.fort.platform.messaging.consume;

/** Others kept writing to the same referrals; the batch comes again after a pause. */
final class ContendedException extends RuntimeException {

    ContendedException() {
        super("Others keep writing to the referrals of this batch");
    }
}
