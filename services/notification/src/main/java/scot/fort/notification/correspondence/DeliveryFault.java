package scot.fort.notification.correspondence;

/** Why an attempt failed, and whether another may succeed. */
public enum DeliveryFault {
    SERVER_UNREACHABLE(true),
    REFUSED_FOR_NOW(true),
    REFUSED(false),
    ADDRESS_ERASED(false),
    ADDRESS_UNUSABLE(false);

    private final boolean worthAnotherTry;

    DeliveryFault(boolean worthAnotherTry) {
        this.worthAnotherTry = worthAnotherTry;
    }

    boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
