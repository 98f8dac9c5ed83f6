package scot.fort.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.content.FreeText;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.triage.GlassBroken;
import scot.fort.events.triage.ScreeningAtRisk;
import scot.fort.events.triage.ScreeningBreached;
import scot.fort.notification.correspondence.mongo.CorrespondenceStore;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.sealing.DataKeys;
import scot.fort.platform.testing.Mailbox.Mail;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.Traces;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class MailDeliveryTests extends NotificationServiceTest {

    private static final String PREFIX = ServiceSettings.prefix("mail-delivery-test");

    @Autowired
    private MongoDatabase database;

    @Autowired
    private DataKeys dataKeys;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        ServiceSettings.register(registry, PREFIX, ISSUER);
        registry.add("fort.mail.poll", () -> "100ms");
    }

    @Override
    protected String topicPrefix() {
        return PREFIX;
    }

    @Test
    void tellsTheReferrerThatTheReferralHasArrived() {
        EventScript script = script().then(received());
        tell(script);

        JsonNode message = awaitStates("SENT").getFirst();

        List<Mail> mails = mailsTo(referrersAddress);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().messageId())
                .isEqualTo("<" + script.events().getFirst().metadata().getEventId() + "@fort.example>");
        assertThat(mails.getFirst().from()).isEqualTo("fort@fort.example");
        assertThat(mails.getFirst().subject()).isEqualTo("Referral FORT-7K2M-9QXA has arrived");
        assertThat(mails.getFirst().text()).contains("FORT-7K2M-9QXA").doesNotContain(REFERRER);
        assertThat(message.get("id").asString())
                .isEqualTo(script.events().getFirst().metadata().getEventId());
        assertThat(message.get("attempts")).hasSize(1);
        assertThat(message.at("/attempts/0").has("fault")).isFalse();
    }

    @Test
    void tellsAProviderAtTheAddressThatCameWithTheOffer() {
        String providersAddress = "offers." + referralId + "@barnardos.example";
        tell(script().then(received())
                .then(EventBuilders.offered("offer-1").setContact(sealed(new FreeText(providersAddress)))));

        awaitStates("SENT", "SENT");

        assertThat(mailsTo(providersAddress))
                .singleElement()
                .extracting(Mail::subject)
                .isEqualTo("Referral FORT-7K2M-9QXA: a family is offered to your service");
        assertThat(mailsTo(referrersAddress)).hasSize(1);
    }

    @Test
    void tellsTheHubAndTheCoordinatorsThatConsentWasWithdrawn() {
        EventScript script = script().then(received()).then(consentWithdrawn());
        tell(script);

        awaitStates("SENT", "SENT");

        for (String team : List.of("screening@fort.example", "coordination@fort.example")) {
            assertThat(lastOf(script, team)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Referral FORT-7K2M-9QXA: consent was withdrawn");
                assertThat(mail.text()).doesNotContain(REFERRER);
            });
        }
        assertThat(mailsTo(referrersAddress)).hasSize(1);
    }

    @Test
    void tellsOfARestrictedReferralTheManagersAlone() {
        EventScript script = script().then(received().setRestricted(true)).then(consentWithdrawn());
        tell(script);

        awaitStates("SENT", "SENT");

        assertThat(lastOf(script, "screening-managers@fort.example")).hasSize(1);
        assertThat(lastOf(script, "screening@fort.example")).isEmpty();
        assertThat(lastOf(script, "coordination@fort.example")).isEmpty();

        EventScript atRisk = script.then(ScreeningAtRisk.newBuilder(EventSamples.some(ScreeningAtRisk.class)));
        tell(atRisk);
        awaitStates("SENT", "SENT", "SENT");

        assertThat(lastOf(atRisk, "screening-managers@fort.example")).hasSize(1);
        assertThat(lastOf(atRisk, "screening@fort.example")).isEmpty();
    }

    @Test
    void tellsTheHubThatTimeRunsOutAndItsManagersThatItIsOver() {
        EventScript script =
                script().then(received()).then(ScreeningAtRisk.newBuilder(EventSamples.some(ScreeningAtRisk.class)));
        tell(script);
        awaitStates("SENT", "SENT");

        assertThat(lastOf(script, "screening@fort.example")).singleElement().satisfies(mail -> assertThat(
                        mail.subject())
                .isEqualTo("Referral FORT-7K2M-9QXA: the time to screen it runs out"));
        assertThat(lastOf(script, "screening-managers@fort.example")).isEmpty();
        assertThat(lastOf(script, "coordination@fort.example")).isEmpty();

        EventScript goneOn = script.then(ScreeningBreached.newBuilder(EventSamples.some(ScreeningBreached.class)));
        tell(goneOn);
        awaitStates("SENT", "SENT", "SENT");

        assertThat(lastOf(goneOn, "screening-managers@fort.example"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.subject()).isEqualTo("Referral FORT-7K2M-9QXA: the time to screen it is over"));
        assertThat(lastOf(goneOn, "screening@fort.example")).isEmpty();
    }

    @Test
    void tellsTheManagersAtOnceThatTheGlassWasBroken() {
        EventScript script = script().then(received().setRestricted(true))
                .then(GlassBroken.newBuilder(EventSamples.some(GlassBroken.class)));
        tell(script);
        awaitStates("SENT", "SENT");

        assertThat(lastOf(script, "screening-managers@fort.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject())
                        .isEqualTo("Referral FORT-7K2M-9QXA: somebody looked without a grant"));
        assertThat(lastOf(script, "screening@fort.example")).isEmpty();
    }

    /** The mails that the last event of a story gave rise to; teams have one address in all tests. */
    private static List<Mail> lastOf(EventScript script, String address) {
        String id = script.events().getLast().metadata().getEventId();
        return mailsTo(address).stream()
                .filter(mail -> mail.messageId().equals("<" + id + "@fort.example>"))
                .toList();
    }

    private static ConsentChanged.Builder consentWithdrawn() {
        return ConsentChanged.newBuilder(EventSamples.some(ConsentChanged.class))
                .setGiven(false);
    }

    @Test
    void waitsWithWhatIsHeardBeforeTheReferralItself() {
        EventScript script =
                script().then(received()).then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT));
        tell(script.events().subList(1, 2));
        awaitStates("QUEUED");

        tell(script.events().subList(0, 1));

        awaitStates("SENT", "SENT");
        assertThat(mailsTo(referrersAddress))
                .extracting(Mail::subject)
                .containsExactlyInAnyOrder(
                        "Referral FORT-7K2M-9QXA has arrived", "Referral FORT-7K2M-9QXA has been screened");
    }

    @Test
    void givesUpAtOnceWhereTheAddressHasBeenErased() {
        var received = received().build();
        dataKeys.destroy(received.getContent().getKeyId());
        tell(script().then(received));

        JsonNode message = awaitStates("GIVEN_UP").getFirst();

        assertThat(message.at("/attempts/0/fault").asString()).isEqualTo("ADDRESS_ERASED");
        assertThat(message.has("nextAttemptAt")).isFalse();
    }

    /** The key may be cached for a while after it was destroyed, but what was told holds at once. */
    @Test
    void sendsNothingMoreToTheReferrerOnceTheErasureWasTold() {
        EventScript script =
                script().then(received()).then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)));
        tell(script);
        await().atMost(SOON)
                .until(() -> database.getCollection(CorrespondenceStore.COLLECTION)
                                .countDocuments(Filters.and(
                                        Filters.eq("_id", referralId),
                                        Filters.exists("state.receipt"),
                                        Filters.exists("state.receipt.content", false)))
                        == 1);

        tell(script.then(EventBuilders.decided(ScreeningDecision.ADVICE_SIGNPOST)));

        await().atMost(SOON)
                .until(
                        this::messages,
                        found -> found.size() == 2
                                && found.getLast().get("state").asString().equals("GIVEN_UP"));
        assertThat(mailsTo(referrersAddress))
                .extracting(Mail::subject)
                .doesNotContain("Referral FORT-7K2M-9QXA has been screened");
    }

    @Test
    void givesUpAtOnceWhereTheAddressIsThatOfAnotherReferral() {
        tell(script().then(receivedAbout(UUID.randomUUID().toString())));

        JsonNode message = awaitStates("GIVEN_UP").getFirst();

        assertThat(message.at("/attempts/0/fault").asString()).isEqualTo("ADDRESS_UNUSABLE");
        assertThat(mailsTo(referrersAddress)).isEmpty();
    }

    @Test
    void triesAgainLaterWhereTheKeyToTheAddressCannotBeHad() {
        var received = received().build();
        received.getContent().put("keyId", UUID.randomUUID().toString());
        tell(script().then(received));

        JsonNode message = await().atMost(SOON)
                .until(
                        () -> messages().stream().findFirst(),
                        found -> found.isPresent()
                                && !found.get().get("attempts").isEmpty()
                                && found.get().at("/attempts/0").has("fault"))
                .orElseThrow();

        assertThat(message.get("state").asString()).isEqualTo("QUEUED");
        assertThat(message.at("/attempts/0/fault").asString()).isEqualTo("ADDRESS_UNAVAILABLE");
        assertThat(message.has("nextAttemptAt")).isTrue();
    }

    @Test
    void leavesNeitherAddressNorNameInADocumentAnEventOrTheLog(CapturedOutput log) {
        String providersAddress = "offers." + referralId + "@barnardos.example";
        tell(script().then(received())
                .then(EventBuilders.offered("offer-1").setContact(sealed(new FreeText(providersAddress)))));
        awaitStates("SENT", "SENT");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mailsTo(providersAddress)).hasSize(1));

        assertThat(typesTold(4))
                .containsExactlyInAnyOrder(
                        "NotificationQueued", "NotificationQueued", "NotificationSent", "NotificationSent");
        Traces traces = new Traces()
                .ofDatabase(database)
                .ofTopics(RealStack.addresses().kafka(), toldOn()::equals)
                .ofLog(log);
        assertThat(traces.placesOf(referralId))
                .anyMatch(place -> place.startsWith("collection"))
                .anyMatch(place -> place.startsWith("topic"));
        assertThatNobodyIsIn(traces);
    }
}
