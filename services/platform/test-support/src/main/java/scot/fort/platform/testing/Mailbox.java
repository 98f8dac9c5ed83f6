package scot.fort.platform.testing;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import scot.fort.local.Addresses;

/** What has arrived at an address, read over IMAP. For modules that have Angus Mail. */
public final class Mailbox {

    private Mailbox() {}

    public record Mail(String messageId, String from, String subject, String text) {}

    /** Of an address of the stack's own mail server. */
    public static List<Mail> of(String address, Addresses stack) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(stack.imapHost(), stack.imapPort(), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<Mail> mails = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    mails.add(new Mail(
                            message.getHeader("Message-ID")[0],
                            message.getFrom()[0].toString(),
                            message.getSubject(),
                            message.getContent().toString()));
                }
                return mails;
            }
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
