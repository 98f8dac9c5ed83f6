package scot.fort.notification.correspondence.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.ReferralContent;
import scot.fort.notification.correspondence.Correspondence;
import scot.fort.notification.correspondence.DeliveryFault;
import scot.fort.notification.correspondence.Message;
import scot.fort.notification.correspondence.Outcome;
import scot.fort.notification.correspondence.Postman;
import scot.fort.notification.correspondence.Receipt;
import scot.fort.platform.sealing.BrokenSealException;
import scot.fort.platform.sealing.KeysUnavailableException;
import scot.fort.platform.sealing.Opened;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.sealing.Sealed;

/**
 * Sends mail over SMTP. The address is opened here, and nowhere kept. A message keeps its Message-ID, so that one sent
 * twice is known to be the same.
 */
final class SmtpPostman implements Postman {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPostman.class);

    private final JavaMailSender mail;
    private final Opener opener;
    private final MailTexts texts;
    private final MailProperties properties;

    SmtpPostman(JavaMailSender mail, Opener opener, MailTexts texts, MailProperties properties) {
        this.mail = mail;
        this.opener = opener;
        this.texts = texts;
        this.properties = properties;
    }

    @Override
    public Outcome deliver(String referralId, Correspondence correspondence, Message message) {
        Receipt receipt = Objects.requireNonNull(correspondence.receipt());
        try {
            return switch (addresses(referralId, receipt, correspondence, message)) {
                case Opened.Destroyed<String>() -> failed(message, DeliveryFault.ADDRESS_ERASED);
                case Opened.Content<String>(String addresses) -> send(receipt.reference(), message, addresses);
            };
        } catch (KeysUnavailableException later) {
            return failed(message, DeliveryFault.ADDRESS_UNAVAILABLE);
        } catch (BrokenSealException broken) {
            return failed(message, DeliveryFault.ADDRESS_UNUSABLE);
        }
    }

    private Opened<String> addresses(
            String referralId, Receipt receipt, Correspondence correspondence, Message message) {
        return switch (message.template().recipient()) {
            case REFERRER ->
                open(receipt.content(), referralId, ReferralContent.class)
                        .map(content -> content.getReferrer().getEmail());
            case TEAMS ->
                new Opened.Content<>(
                        String.join(",", receipt.restricted() ? properties.managers() : properties.teams()));
            case HUB ->
                new Opened.Content<>(String.join(",", receipt.restricted() ? properties.managers() : properties.hub()));
            case MANAGERS -> new Opened.Content<>(String.join(",", properties.managers()));
            case PROVIDER ->
                open(correspondence.providers().get(message.offerId()), referralId, FreeText.class)
                        .map(FreeText::getText);
        };
    }

    private <T extends SpecificRecord> Opened<T> open(@Nullable Sealed sealed, String referralId, Class<T> type) {
        return sealed == null ? new Opened.Destroyed<>() : opener.open(sealed.toAvro(), referralId, type);
    }

    private Outcome send(String reference, Message message, String addresses) {
        try {
            mail.send(compose(message, reference, addresses));
            return Outcome.TAKEN;
        } catch (AddressException unusable) {
            return failed(message, DeliveryFault.ADDRESS_UNUSABLE);
        } catch (MessagingException | MailException fault) {
            return failed(message, fault(fault));
        }
    }

    private Outcome failed(Message message, DeliveryFault fault) {
        LOG.warn("Message {} was not taken: {}", message.id(), fault);
        return new Outcome(fault);
    }

    private MimeMessage compose(Message message, String reference, String addresses) throws MessagingException {
        MailTexts.MailText text = texts.write(message.template(), reference);
        MimeMessage mime = mail.createMimeMessage();
        mime.setFrom(properties.from());
        mime.setRecipients(jakarta.mail.Message.RecipientType.TO, recipients(message, addresses));
        mime.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        mime.setText(text.text(), StandardCharsets.UTF_8.name());
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("Message-ID", "<" + message.id() + "@" + properties.domain() + ">");
        return mime;
    }

    /** Of a person there is one address, and what a caller wrote there is never taken for several. */
    private static InternetAddress[] recipients(Message message, String addresses) throws AddressException {
        return message.goesToAReferralsAddress()
                ? new InternetAddress[] {new InternetAddress(addresses, true)}
                : InternetAddress.parse(addresses, true);
    }

    /** A permanent refusal (SMTP 5xx, RFC 5321 section 4.2.1) is not tried again; all else may pass. */
    private static DeliveryFault fault(Exception thrown) {
        if (thrown instanceof MailSendException send) {
            for (Exception each : send.getMessageExceptions()) {
                return fault(each);
            }
        }
        return switch (thrown) {
            case SMTPSendFailedException refused -> ofReplyCode(refused.getReturnCode());
            case SendFailedException refused
            when refused.getNextException() instanceof SMTPAddressFailedException address ->
                ofReplyCode(address.getReturnCode());
            default -> DeliveryFault.SERVER_UNREACHABLE;
        };
    }

    private static DeliveryFault ofReplyCode(int code) {
        return code >= 500 ? DeliveryFault.REFUSED : DeliveryFault.REFUSED_FOR_NOW;
    }
}
