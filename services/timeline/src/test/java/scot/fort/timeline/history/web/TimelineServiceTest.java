package scot.fort.timeline.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.platform.messaging.contract.EventSender;
import scot.fort.platform.messaging.contract.ObservedDatabase;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.platform.testing.indexes.IndexedQueries;
import scot.fort.timeline.TimelineApplication;

/** The whole service on the real stack: events in from the topics, answers out over HTTP. */
@SpringBootTest(classes = TimelineApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ObservedDatabase.class)
abstract class TimelineServiceTest {

    static final String PREFIX = ServiceSettings.prefix("timeline-test");

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final EventSender SENDER = new EventSender(RealStack.addresses(), PREFIX);

    @LocalServerPort
    private int port;

    @Autowired
    private IndexedQueries queries;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        ServiceSettings.register(registry, PREFIX, ISSUER);
    }

    @AfterEach
    final void everyQueryHasAnIndex() {
        assertThat(queries.unserved(Set.of())).isEmpty();
    }

    @AfterAll
    static void close() {
        SENDER.close();
        ISSUER.close();
    }

    static EventSender sender() {
        return SENDER;
    }

    Answer get(String path, String role) {
        return get(path, role, "kim");
    }

    Answer get(String path, String role, String subject) {
        return timeline(path).as(ISSUER.token(subject, "mash", role)).get();
    }

    Answer getAnonymously(String path) {
        return timeline(path).get();
    }

    private Call timeline(String path) {
        return Call.to("http://127.0.0.1:" + port + "/v1/timelines" + path);
    }
}
