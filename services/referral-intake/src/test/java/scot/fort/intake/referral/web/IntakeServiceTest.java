package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.intake.IntakeApplication;
import scot.fort.intake.referral.SyntheticReferrals;
import scot.fort.platform.messaging.contract.EventSender;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.DatabaseCommands;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.platform.testing.indexes.IndexedQueries;
import tools.jackson.databind.node.ObjectNode;

/** The whole service on the real stack, on a day on which the synthetic referrals are sent. */
@SpringBootTest(classes = IntakeApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Surroundings.class)
abstract class IntakeServiceTest {

    static final String PREFIX = ServiceSettings.prefix("intake-test");
    static final TestIssuer ISSUER = TestIssuer.start();

    /** One for all instances, which must share the key-encryption key. */
    static final Map<String, String> SETTINGS = ServiceSettings.of(RealStack.addresses(), PREFIX, ISSUER.uri());

    static final EventSender SENDER = new EventSender(RealStack.addresses(), PREFIX);
    static final EventTopic TOLD = new EventTopic(RealStack.addresses(), PREFIX + ".intake.v1");

    @LocalServerPort
    int port;

    @Autowired
    private IndexedQueries queries;

    @Autowired
    DatabaseCommands databaseCommands;

    @Autowired
    Sealer sealer;

    @Autowired
    Opener opener;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        SETTINGS.forEach((name, value) -> registry.add(name, () -> value));
    }

    /** An organisation has a source system or two. */
    @AfterEach
    final void everyQueryHasAnIndex() {
        assertThat(queries.unserved(Set.of("state.origin.source.system"))).isEmpty();
    }

    /** A referral with a source of its own. */
    static ObjectNode aReferral() {
        ObjectNode referral = SyntheticReferrals.aReferral();
        referral.withObject("source").put("reference", UUID.randomUUID().toString());
        return referral;
    }

    static String aKey() {
        return UUID.randomUUID().toString();
    }

    static String school(String organisation) {
        return ISSUER.token("kim", organisation, "REFERRER");
    }

    static String manager() {
        return ISSUER.token("mo", "mash", "SCREENING_MANAGER");
    }

    Call call(String path) {
        return Call.to("http://127.0.0.1:" + port + path);
    }

    Answer submit(Object referral, String key) {
        return call("/v1/referrals")
                .as(school("school-rosebank"))
                .with("Idempotency-Key", key)
                .post(referral);
    }

    /** The id of a referral of school-rosebank that was accepted just now. */
    String accepted(ObjectNode referral) {
        return submit(referral, aKey()).expect(201).text("id");
    }

    Answer tracking(String id) {
        return call("/v1/referrals/" + id).as(school("school-rosebank")).get();
    }

    Answer command(String id, String command, Object body) {
        return call("/v1/referrals/" + id + "/" + command)
                .as(school("school-rosebank"))
                .post(body);
    }
}
