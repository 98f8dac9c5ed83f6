package scot.fort.notification.correspondence.kafka;

import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.Channel;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.notification.NotificationFailed;
import scot.fort.events.notification.NotificationGivenUp;
import scot.fort.events.notification.NotificationQueued;
import scot.fort.events.notification.NotificationSent;
import scot.fort.notification.correspondence.Message;
import scot.fort.notification.correspondence.NotificationEvent;
import scot.fort.platform.messaging.aggregate.EventWriter;

/** The events of the correspondence in their Avro form. */
public final class NotificationEvents implements EventWriter<NotificationEvent> {

    @Override
    public SpecificRecord write(NotificationEvent event, EventMetadata metadata) {
        return switch (event) {
            case NotificationEvent.Queued(Message message) ->
                NotificationQueued.newBuilder()
                        .setMetadata(metadata)
                        .setNotificationId(message.id())
                        .setChannel(Channel.EMAIL)
                        .setTemplate(message.template().name())
                        .setRecipientOrganisation(message.organisation())
                        .setRecipientRole(message.template().recipient().name())
                        .build();
            case NotificationEvent.Sent(String id, int attempt) ->
                new NotificationSent(metadata, id, Channel.EMAIL, attempt);
            case NotificationEvent.Failed(String id, int attempt, String fault) ->
                new NotificationFailed(metadata, id, Channel.EMAIL, attempt, fault);
            case NotificationEvent.GivenUp(String id, int attempts, String fault) ->
                new NotificationGivenUp(metadata, id, Channel.EMAIL, attempts, fault);
        };
    }
}
