package scot.fort.intake.referral;

import java.util.List;
import java.util.Locale;
import scot.fort.platform.lifecycle.Status;

/** What a referrer may do with a referral that somebody still has to act on. */
public enum Action {
    INFORMATION,
    CONSENT,
    WITHDRAW;

    public static List<Action> allowedIn(Status status) {
        return status.isOpen() ? List.of(values()) : List.of();
    }

    /** The last part of the path it is called under. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
