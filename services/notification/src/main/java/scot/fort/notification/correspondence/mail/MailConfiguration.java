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

/** Puts the sending of mail together. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Postman postman(JavaMailSender mail, Opener opener, MailProperties properties) {
        return new SmtpPostman(mail, opener, new MailTexts(), properties);
    }

    @Bean
    Dispatcher dispatcher(
            Correspondences correspondences, Postman postman, MailProperties properties, Clock clock, Ids ids) {
        return new Dispatcher(
                correspondences, postman, new RetryPolicy(properties.retryPauses(), properties.lease()), clock, ids);
    }

    @Bean
    DispatchLoop dispatchLoop(Dispatcher dispatcher, MailProperties properties) {
        return new DispatchLoop(dispatcher, properties.poll());
    }
}
