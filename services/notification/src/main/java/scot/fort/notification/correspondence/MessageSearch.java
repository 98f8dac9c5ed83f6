package scot.fort.notification.correspondence;

import org.jspecify.annotations.Nullable;

/**
 * Which messages are looked for.
 *
 * @param referralId none for those about any referral
 * @param state none for any state
 * @param restricted also those about a referral that is restricted
 */
public record MessageSearch(
        @Nullable String referralId, @Nullable MessageState state, boolean restricted) {

    public boolean includes(Message message) {
        return state == null || message.state() == state;
    }
}
