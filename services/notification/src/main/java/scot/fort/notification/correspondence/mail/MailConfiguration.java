package scot.fort.notification.correspondence.mail;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import scot.fort.notification.correspondence.Correspondences;
import scot.fort.notification.correspondence.Dispatcher;
import scot.fort.notification.correspondence.Postman;
import scot.fort.notification.correspondence.RetryPolicy;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.service.Repeating;

/** Puts the sending of mail together. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Postman postman(JavaMailSender mail, Opener opener, MailProperties properties) {
        return new SmtpPostman(mail, opener, new MailTexts(), properties);
    }

    @Bean
    Repeating dispatch(
            Correspondences correspondences, Postman postman, MailProperties properties, Clock clock, Ids ids) {
        RetryPolicy policy = new RetryPolicy(properties.retryPauses(), properties.lease());
        Dispatcher dispatcher = new Dispatcher(correspondences, postman, policy, clock, ids);
        return new Repeating("mail-dispatch", dispatcher::sendDue, properties.poll());
    }
}
