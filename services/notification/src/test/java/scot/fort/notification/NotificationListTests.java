package scot.fort.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.local.Ports;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.sealing.DataKeys;
import scot.fort.platform.testing.Pages;
import tools.jackson.databind.JsonNode;

/** No mail server answers, so that messages stay where they are unless their address has been erased. */
class NotificationListTests extends NotificationServiceTest {

    private static final String PREFIX = ServiceSettings.prefix("notification-list-test");
    private static final int NOBODY_LISTENS = Ports.anyFree(new HashSet<>());

    @Autowired
    private DataKeys dataKeys;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        ServiceSettings.register(registry, PREFIX, ISSUER);
        registry.add("FORT_SMTP_PORT", () -> NOBODY_LISTENS);
        registry.add("fort.mail.poll", () -> "100ms");
        registry.add("fort.mail.retry-pauses", () -> "1h");
    }

    @Override
    protected String topicPrefix() {
        return PREFIX;
    }

    @Test
    void showsAMessageWithoutItsContentOrItsAddress() {
        tell(script().then(received()));
        awaitStates("QUEUED");

        JsonNode message = messages().getFirst();

        assertThat(message.propertyNames())
                .containsOnly(
                        "id",
                        "referralId",
                        "reference",
                        "channel",
                        "template",
                        "recipientRole",
                        "recipientOrganisation",
                        "state",
                        "queuedAt",
                        "nextAttemptAt",
                        "attempts");
        assertThat(message.get("referralId").asString()).isEqualTo(referralId);
        assertThat(message.get("reference").asString()).isEqualTo("FORT-7K2M-9QXA");
        assertThat(message.get("channel").asString()).isEqualTo("EMAIL");
        assertThat(message.get("template").asString()).isEqualTo("REFERRAL_RECEIVED");
        assertThat(message.get("recipientRole").asString()).isEqualTo("REFERRER");
        assertThat(message.get("recipientOrganisation").asString()).isEqualTo("school-rosebank");
    }

    @Test
    void leadsThroughTheMessagesOfManyReferralsPageByPage() {
        List<String> told = new ArrayList<>();
        for (int referral = 0; referral < 3; referral++) {
            told.add(tellOfAnother());
        }
        told.forEach(each -> assertThat(pages("?limit=2&referralId=" + each)).hasSize(3));

        List<String> ids = pages("?limit=2");

        assertThat(ids).hasSizeGreaterThanOrEqualTo(9).doesNotHaveDuplicates();
        assertThat(ids).isEqualTo(pages("?limit=200"));
    }

    @Test
    void findsWhatWasGivenUp() {
        var received = received().build();
        dataKeys.destroy(received.getContent().getKeyId());
        tell(script().then(received));
        String id = awaitStates("GIVEN_UP").getFirst().get("id").asString();

        assertThat(pages("?state=GIVEN_UP&limit=1")).contains(id);
        assertThat(pages("?state=QUEUED&limit=2")).doesNotContain(id);
        assertThat(pages("?state=SENT")).isEmpty();
    }

    @Test
    void hidesARestrictedReferralFromOperators() {
        tell(script().then(received().setRestricted(true)));
        String id = awaitStates("QUEUED").getFirst().get("id").asString();

        assertThat(as("OPERATOR", "?referralId=" + referralId).get().json().get("items"))
                .isEmpty();
        assertThat(as("OPERATOR", "/" + id + "/retry").post().status()).isEqualTo(404);
    }

    @Test
    void hidesAReferralFromOperatorsUntilItKnowsWhetherItIsRestricted() {
        EventScript script =
                script().then(received()).then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT));
        tell(script.events().subList(1, 2));
        awaitStates("QUEUED");

        assertThat(as("OPERATOR", "?referralId=" + referralId).get().json().get("items"))
                .isEmpty();
    }

    @Test
    void refusesWhoeverHasNoPartInItAndWhatItCannotRead() {
        assertThat(as("REFERRER", "").get().status()).isEqualTo(403);
        assertThat(as("SCREENER", "").get().status()).isEqualTo(403);
        assertThat(fault("?state=LOST")).isEqualTo("/state");
        assertThat(fault("?referralId=no-uuid")).isEqualTo("/referralId");
        assertThat(fault("?cursor=no-cursor")).isEqualTo("/cursor");
    }

    /** A referral of which three messages tell. */
    private String tellOfAnother() {
        String id = UUID.randomUUID().toString();
        EventScript script = EventScript.about(id)
                .then(receivedAbout(id))
                .then(EventBuilders.informationRequested(1))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT));
        tell(script);
        await().atMost(SOON).until(() -> pages("?referralId=" + id).size() == 3);
        return id;
    }

    /** The ids of all messages, page after page. */
    private List<String> pages(String query) {
        return Pages.rows(query, next -> as("OPERATOR", next).get()).stream()
                .map(row -> row.get("id").asString())
                .toList();
    }

    private String fault(String query) {
        return as("OPERATOR", query)
                .get()
                .expect(422)
                .json()
                .at("/errors/0/pointer")
                .asString();
    }
}
