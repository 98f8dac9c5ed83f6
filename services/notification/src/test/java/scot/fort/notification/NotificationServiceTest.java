package scot.fort.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import scot.fort.events.common.SealedContent;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.content.Referrer;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventSender;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.messaging.contract.ObservedDatabase;
import scot.fort.platform.messaging.contract.ScriptedEvent;
import scot.fort.platform.sealing.KeyPool;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.Mailbox;
import scot.fort.platform.testing.Mailbox.Mail;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.platform.testing.Traces;
import scot.fort.platform.testing.indexes.IndexedQueries;
import tools.jackson.databind.JsonNode;

/** The whole service on the real stack: events in from the topics, mail out over SMTP, answers out over HTTP. */
@SpringBootTest(classes = NotificationApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ObservedDatabase.class)
public abstract class NotificationServiceTest {

    protected static final TestIssuer ISSUER = TestIssuer.start();
    protected static final String REFERRER = "Morag Petrie";
    protected static final Duration SOON = Duration.ofSeconds(30);

    protected final String referralId = UUID.randomUUID().toString();
    protected final String referrersAddress = "m.petrie." + referralId + "@rosebank.example";

    @Autowired
    private Sealer sealer;

    @Autowired
    private KeyPool keys;

    @LocalServerPort
    private int port;

    @Autowired
    private IndexedQueries queries;

    /** Nearly all referrals are not restricted, and of nearly all there are messages. */
    @AfterEach
    final void everyQueryHasAnIndex() {
        assertThat(queries.unserved(Set.of("state.receipt.restricted", "state.messages")))
                .isEmpty();
    }

    /** What the service under test was given as the first part of its topics. */
    protected abstract String topicPrefix();

    protected final void tell(EventScript script) {
        tell(script.events());
    }

    protected final void tell(List<ScriptedEvent> events) {
        try (EventSender sender = new EventSender(RealStack.addresses(), topicPrefix())) {
            sender.send(events);
        }
    }

    /** The types of the first events that the service has told of the referral. */
    protected final List<String> typesTold(int count) {
        return new EventTopic(RealStack.addresses(), toldOn())
                .about(referralId, count).stream()
                        .map(event -> event.getSchema().getName())
                        .toList();
    }

    /** The topic of the service under test. */
    protected final String toldOn() {
        return topicPrefix() + ".notification.v1";
    }

    protected static List<Mail> mailsTo(String address) {
        return Mailbox.of(address, RealStack.addresses());
    }

    /** Nobody whom these tests write to can be found in what the service leaves behind. */
    protected static void assertThatNobodyIsIn(Traces traces) {
        for (String personal : List.of(REFERRER, "@rosebank.example", "@barnardos.example")) {
            assertThat(traces.placesOf(personal)).as(personal).isEmpty();
        }
    }

    protected final EventScript script() {
        return EventScript.about(referralId);
    }

    protected final ReferralReceived.Builder received() {
        return receivedAbout(referralId);
    }

    /** @param sealedFor the referral that the content is sealed for */
    protected final ReferralReceived.Builder receivedAbout(String sealedFor) {
        ReferralContent content = ReferralContent.newBuilder(EventSamples.some(ReferralContent.class))
                .setReferrer(new Referrer(REFERRER, referrersAddress, null))
                .build();
        return EventBuilders.received().setContent(sealer.seal(keys.take(), sealedFor, content));
    }

    protected final SealedContent sealed(SpecificRecord content) {
        return sealer.seal(keys.take(), referralId, content);
    }

    protected final Call as(String role, String path) {
        return Call.to("http://127.0.0.1:" + port + "/v1/notifications" + path).as(ISSUER.token("kim", "mash", role));
    }

    protected final List<JsonNode> messages() {
        return as("SCREENING_MANAGER", "?referralId=" + referralId)
                .get()
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    /** The messages about the referral, when they are in these states. */
    protected final List<JsonNode> awaitStates(String... states) {
        return await().atMost(SOON).until(this::messages, found -> found.stream()
                .map(message -> message.get("state").asString())
                .toList()
                .equals(List.of(states)));
    }
}
