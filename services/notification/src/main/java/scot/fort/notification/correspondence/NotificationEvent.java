package scot.fort.notification.correspondence;

/** What happened to a message. */
public sealed interface NotificationEvent {

    record Queued(Message message) implements NotificationEvent {}

    record Sent(String notificationId, int attempt) implements NotificationEvent {}

    /** @param fault a code of {@link DeliveryFault} */
    record Failed(String notificationId, int attempt, String fault) implements NotificationEvent {}

    record GivenUp(String notificationId, int attempts, String fault) implements NotificationEvent {}
}
