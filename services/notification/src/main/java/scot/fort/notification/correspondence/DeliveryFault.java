package scot.fort.notification.correspondence;

/** Why an attempt failed, and whether another may succeed. */
public enum DeliveryFault {
    SERVER_UNREACHABLE(true),
    REFUSED_FOR_NOW(true),
    REFUSED(false),
    /** The key that it is sealed under cannot be had right now. */
    ADDRESS_UNAVAILABLE(true),
    ADDRESS_ERASED(false),
    /** It is no address, or nobody can open it. */
    ADDRESS_UNUSABLE(false);

    private final boolean worthAnotherTry;

    DeliveryFault(boolean worthAnotherTry) {
        this.worthAnotherTry = worthAnotherTry;
    }

    boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
