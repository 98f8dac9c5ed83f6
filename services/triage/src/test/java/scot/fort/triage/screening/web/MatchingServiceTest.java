package scot.fort.triage.screening.web;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.bson.BsonDocument;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.RealStack;
import tools.jackson.databind.JsonNode;

/** Referrals that tell of children who may be one. */
abstract class MatchingServiceTest extends TriageServiceTest {

    private static final EventTopic TOLD = new EventTopic(RealStack.addresses(), PREFIX + ".child.v1");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> told = new ArrayList<>();

    final EventScript tellOf(ToldFamily family) {
        return tellOf(family, false);
    }

    final EventScript tellOf(ToldFamily family, boolean restricted) {
        String id = newReferral();
        told.add(id);
        return receive(id, referral(id, family).setRestricted(restricted));
    }

    final ReferralReceived.Builder referral(String id, ToldFamily family) {
        return aReferral(id)
                .setReceivedAt(received())
                .setChildren(family.summaries())
                .setContent(sealed(id, family.content()));
    }

    /** Each an hour after the one before it. */
    private Instant received() {
        return now().minus(Duration.ofDays(30)).plus(Duration.ofHours(told.size()));
    }

    /** Waits until everything that was heard is looked at. */
    final void awaitMatching() {
        await().atMost(SOON)
                .until(() -> children().countDocuments(Filters.exists("state.pending"))
                                == screenings().countDocuments()
                        && children().countDocuments(Filters.exists("state.pending.waitingSince")) == 0);
    }

    final List<JsonNode> matches(String id) {
        return manager(screening(id) + "/matches")
                .get()
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    final JsonNode onlyMatch(String id) {
        List<JsonNode> matches = matches(id);
        if (matches.size() != 1) {
            throw new AssertionError("There is not one match but " + matches);
        }
        return matches.getFirst();
    }

    final Answer say(String what, String id, String matchId) {
        return screener("kim", screening(id) + "/matches/" + matchId + "/" + what)
                .post();
    }

    final void erase(EventScript script) {
        tell(script.then(ContentErased.newBuilder(EventSamples.some(ContentErased.class))));
        await().atMost(SOON)
                .until(() -> children()
                                .countDocuments(Filters.and(
                                        Filters.eq("_id", script.referralId()), Filters.eq("state.erased", true)))
                        == 1);
        awaitMatching();
    }

    final BsonDocument kept(String id) {
        return children().find(Filters.eq("_id", id)).first();
    }

    static List<SpecificRecord> awaitChildEvents(String referralId, int count) {
        return TOLD.about(referralId, count);
    }
}
