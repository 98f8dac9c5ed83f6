package scot.fort.notification.correspondence.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail that keeps its Message-ID, so that one sent twice is known to be the same. */
final class IdentifiedMessage extends MimeMessage {

    private final String id;

    IdentifiedMessage(MimeMessage composed, String id) throws MessagingException {
        super(composed);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
