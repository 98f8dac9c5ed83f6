package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ErasureRequested;
import scot.fort.events.intake.LegalHoldChanged;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.intake.referral.ErasureDecisions;
import scot.fort.intake.referral.ErasureReason;
import scot.fort.intake.referral.KeyDestruction;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.StoredReferrals;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.sealing.Opened;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Target;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import tools.jackson.databind.node.ObjectNode;

class ErasureTests extends IntakeServiceTest {

    private static final Map<String, String> REASON = Map.of("reason", "RETENTION_ENDED");

    @Autowired
    MongoClient mongo;

    @Autowired
    Commands<Referral, ReferralEvent> commands;

    @Autowired
    KeyDestruction destruction;

    @Autowired
    Clock clock;

    @Value("${fort.sealing.database:fort_keys}")
    String keyDatabase;

    @Test
    void erasesWhatTwoPersonsAgreedOn() {
        String id = withdrawn(aReferral());

        Answer asked = erasure(id, operator("olga")).post(REASON).expect(202);
        Answer approved = approval(id, manager("mo")).post().expect(202);

        List<SpecificRecord> told = TOLD.about(id, 4);
        ReferralReceived received = (ReferralReceived) told.getFirst();
        ContentErased erased = (ContentErased) told.get(3);
        assertThat(asked.json().at("/erasure/askedBy").stringValue()).isEqualTo("olga");
        assertThat(asked.json().at("/erasure/approvedBy").isMissingNode()).isTrue();
        assertThat(approved.json().at("/erasure/approvedBy").stringValue()).isEqualTo("mo");
        assertThat(((ErasureRequested) told.get(2)).getReason()).isEqualTo("RETENTION_ENDED");
        assertThat(EventTopic.metadata(told.get(2)).getActor()).isEqualTo("olga");
        assertThat(erased.getKeyId()).isEqualTo(received.getContent().getKeyId());
        assertThat(List.of(erased.getReason(), erased.getAskedBy(), erased.getApprovedBy()))
                .containsExactly("RETENTION_ENDED", "olga", "mo");
        untilDestroyed(erased.getKeyId());
        assertThat(opener.open(received.getContent(), id, ReferralContent.class))
                .isInstanceOf(Opened.Destroyed.class);
    }

    @Test
    void answersCodesAndTimesOnlyFromThenOn() {
        ObjectNode referral = aReferral();
        String ownReference = referral.at("/source/reference").stringValue();
        String key = aKey();
        String id = submit(referral, key).expect(201).text("id");
        command(id, "withdraw", Map.of("reason", "OTHER")).expect(200);
        erase(id);

        Answer tracking = tracking(id).expect(200);
        assertThat(tracking.text("status")).isEqualTo("WITHDRAWN");
        assertThat(tracking.text("erasedAt")).isNotBlank();
        assertThat(tracking.json().get("milestones")).hasSize(2);
        assertThat(tracking.json().get("allowedActions")).isEmpty();
        assertThat(tracking.json().at("/source/system").stringValue()).isEqualTo("seemis");
        assertThat(tracking.body()).doesNotContain(ownReference);
        assertThat(submit(referral, key).expect(422).text("code")).isEqualTo("idempotency-key-reused");
        assertThat(submit(referral, aKey()).expect(409).text("code")).isEqualTo("duplicate-source");
        command(id, "information", Map.of("text", "More.")).expect(409);
    }

    @Test
    void repeatsTheAnswerButTellsNothingTwice() {
        String id = withdrawn(aReferral());
        erasure(id, operator("olga")).post(REASON).expect(202);
        erasure(id, operator("otto")).post(Map.of("reason", "OTHER")).expect(202);
        approval(id, manager("mo")).post().expect(202);

        Answer again = approval(id, manager("mia")).post().expect(202);

        assertThat(again.json().at("/erasure/approvedBy").stringValue()).isEqualTo("mo");
        assertThat(erasure(id, operator("otto"))
                        .post(REASON)
                        .expect(202)
                        .json()
                        .at("/erasure/askedBy")
                        .stringValue())
                .isEqualTo("olga");
        assertThat(hold(id).put(Map.of()).expect(409).json().get("allowed")).isEmpty();
        assertThat(TOLD.about(id, 4)).hasSize(4);
    }

    @Test
    void erasesNothingUnderALegalHold() {
        String id = withdrawn(aReferral());
        erasure(id, operator("olga")).post(REASON).expect(202);
        Answer held = hold(id).put(Map.of("text", "An inquiry wants it.")).expect(200);
        hold(id).put(Map.of()).expect(200);

        assertThat(held.text("heldSince")).isNotBlank();
        assertThat(erasure(id, operator("olga")).post(REASON).expect(409).text("code"))
                .isEqualTo("illegal-transition");
        assertThat(approval(id, manager("mo")).post().expect(409).text("detail"))
                .contains("legal hold");
        hold(id).delete().expect(200);
        hold(id).delete().expect(200);
        approval(id, manager("mo")).post().expect(202);

        List<SpecificRecord> told = TOLD.about(id, 6);
        LegalHoldChanged set = (LegalHoldChanged) told.get(3);
        assertThat(set.getHeld()).isTrue();
        assertThat(((LegalHoldChanged) told.get(4)).getHeld()).isFalse();
        untilDestroyed(set.getText().getKeyId());
        assertThat(opener.open(set.getText(), id, FreeText.class)).isInstanceOf(Opened.Destroyed.class);
    }

    @Test
    void takesTwoRolesAndTwoPersons() {
        String id = withdrawn(aReferral());
        erasure(id, manager("mo")).post(REASON).expect(403);
        erasure(id, school("school-rosebank")).post(REASON).expect(403);
        approval(id, operator("olga")).post().expect(403);
        approval(id, manager("mo")).post().expect(409);
        erasure(id, operator("olga")).post(Map.of("reason", "Isla")).expect(422);
        call("/v1/referrals/" + id + "/legal-hold")
                .as(operator("olga"))
                .put(Map.of())
                .expect(403);
        erasure("018f0000-0000-7000-8000-000000000000", operator("olga"))
                .post(REASON)
                .expect(404);

        erasure(id, operator("olga")).post(REASON).expect(202);

        assertThat(approval(id, manager("olga")).post().expect(409).text("detail"))
                .contains("two persons must agree");
    }

    @Test
    void erasesNothingThatSomebodyStillHasToActOn() {
        String id = accepted(aReferral());

        assertThat(erasure(id, operator("olga")).post(REASON).expect(409).json().get("allowed"))
                .extracting(status -> status.stringValue())
                .contains("WITHDRAWN");
    }

    @Test
    void finishesWhatACrashHasInterrupted() {
        String id = withdrawn(aReferral());
        String keyId = received(id).getContent().getKeyId();
        commands.handle(
                Target.of(id, any -> true),
                StoredReferrals.CAUSE,
                referral -> ErasureDecisions.request(referral, ErasureReason.OTHER, "olga", clock.instant()));
        commands.handle(
                Target.of(id, any -> true),
                StoredReferrals.CAUSE,
                referral -> ErasureDecisions.approve(referral, "mo", clock.instant()));

        destruction.finish();

        assertThat(key(keyId)).containsKey("destroyedAt").doesNotContainKey("wrapped");
    }

    @Test
    void destroysAgainWhatARestoreBroughtBack() {
        String id = withdrawn(aReferral());
        String keyId = received(id).getContent().getKeyId();
        Document backup = key(keyId);
        erase(id);
        untilDestroyed(keyId);
        keys().replaceOne(Filters.eq("_id", keyId), backup);

        destruction.destroyWhatCameBack();

        assertThat(key(keyId)).containsKey("destroyedAt").doesNotContainKey("wrapped");
    }

    private void erase(String id) {
        erasure(id, operator("olga")).post(REASON).expect(202);
        approval(id, manager("mo")).post().expect(202);
    }

    private String withdrawn(ObjectNode referral) {
        String id = accepted(referral);
        command(id, "withdraw", Map.of("reason", "OTHER")).expect(200);
        return id;
    }

    private static ReferralReceived received(String id) {
        return (ReferralReceived) TOLD.about(id, 1).getFirst();
    }

    private Call erasure(String id, String token) {
        return call("/v1/referrals/" + id + "/erasure").as(token);
    }

    private Call approval(String id, String token) {
        return call("/v1/referrals/" + id + "/erasure/approve").as(token);
    }

    private Call hold(String id) {
        return call("/v1/referrals/" + id + "/legal-hold").as(manager("mo"));
    }

    private static String operator(String subject) {
        return ISSUER.token(subject, "council", "OPERATOR");
    }

    private static String manager(String subject) {
        return ISSUER.token(subject, "mash", "SCREENING_MANAGER");
    }

    private MongoCollection<Document> keys() {
        return mongo.getDatabase(keyDatabase).getCollection("keys");
    }

    private Document key(String keyId) {
        return keys().find(Filters.eq("_id", keyId)).first();
    }

    private void untilDestroyed(String keyId) {
        await().atMost(Duration.ofSeconds(20)).until(() -> key(keyId).containsKey("destroyedAt"));
    }
}
