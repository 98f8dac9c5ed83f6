package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import scot.fort.events.intake.ContentErased;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.Watch;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.service.Repeating;
import scot.fort.triage.identity.IdentityWork;
import scot.fort.triage.identity.MatchEvent;
import scot.fort.triage.identity.MatchSearch;
import scot.fort.triage.identity.Records;
import scot.fort.triage.identity.ReferralChildren;
import scot.fort.triage.identity.Settlement;
import scot.fort.triage.identity.Statements;
import scot.fort.triage.matching.Fingerprinting;
import scot.fort.triage.matching.Matching;
import scot.fort.triage.matching.MatchingKey;

/** An instance dies as soon as it has stored what it proposes, of a referral that was erased while it compared. */
class MatchingCrashTests extends MatchingServiceTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    @Qualifier("matching") private Repeating matching;

    @Autowired
    private AggregateStore<ReferralChildren, MatchEvent> store;

    @Autowired
    private Records records;

    @Autowired
    private Statements statements;

    @Autowired
    private Settlement settlement;

    @Autowired
    private Ids ids;

    @BeforeEach
    void leaveTheWorkToTheTest() {
        matching.stop();
    }

    @AfterEach
    void letTheServiceWork() {
        store.watchedBy(Watch.none());
        if (!matching.isRunning()) {
            matching.start();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forgetsWhatWasProposedWithAReferralErasedMeanwhile(boolean erasedOneIsSearchedLast) {
        ToldFamily family = ToldFamily.ofOneChild();
        EventScript erased = tellOf(family);
        EventScript kept = tellOf(family);
        List<String> both = Stream.of(erased, kept).map(EventScript::referralId).toList();
        await().atMost(SOON).until(() -> children().countDocuments(Filters.in("_id", both)) == 2);
        String searchedLast = (erasedOneIsSearchedLast ? erased : kept).referralId();
        String keeper = kept.referralId();
        work(new Only((erasedOneIsSearchedLast ? kept : erased).referralId(), () -> {}));

        store.watchedBy(new DiesOnceItHasProposed(keeper));
        work(new Only(searchedLast, () -> eraseWholly(erased)));
        store.watchedBy(Watch.none());
        assertThat(proposals(keeper)).hasSize(1);

        matching.start();
        await().atMost(SOON).until(() -> proposals(keeper).isEmpty());
        awaitMatching();
    }

    private void eraseWholly(EventScript script) {
        tell(script.then(ContentErased.newBuilder(EventSamples.some(ContentErased.class))));
        String id = script.referralId();
        await().atMost(SOON)
                .until(() ->
                        children().countDocuments(Filters.and(Filters.eq("_id", id), Filters.eq("state.erased", true)))
                                == 1);
        work(new Only(id, () -> {}));
        assertThat(kept(id).getDocument("state").getDocument("pending").getArray("unsettled"))
                .isEmpty();
    }

    private BsonArray proposals(String keeper) {
        return kept(keeper).getDocument("state").getArray("matches");
    }

    private void work(Only seen) {
        MatchSearch search = new MatchSearch(
                store,
                seen,
                statements,
                new Fingerprinting(new MatchingKey(
                        Base64.getDecoder().decode(Objects.requireNonNull(SETTINGS.get("FORT_MATCHING_KEY"))))),
                new Matching(45_000),
                clock(),
                ids);
        new IdentityWork(seen, search, settlement).doAllThatWaits();
    }

    private record DiesOnceItHasProposed(String keeper) implements Watch<ReferralChildren> {

        @Override
        public void written(Collection<Aggregate<ReferralChildren>> now) {
            if (now.stream()
                    .anyMatch(one ->
                            one.id().equals(keeper) && !one.require().matches().isEmpty())) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void perhapsWritten(Collection<String> perhaps) {}
    }

    /** The records as they are, but that only one referral waits, and that something happens once its like have been found. */
    private final class Only implements Records {

        private final String id;
        private final Runnable afterFinding;
        private boolean found;

        Only(String id, Runnable afterFinding) {
            this.id = id;
            this.afterFinding = afterFinding;
        }

        @Override
        public List<Aggregate<ReferralChildren>> sharing(Collection<String> keys, int limit) {
            List<Aggregate<ReferralChildren>> alike = records.sharing(keys, limit);
            if (!found && !alike.isEmpty()) {
                found = true;
                afterFinding.run();
            }
            return alike;
        }

        @Override
        public List<Aggregate<ReferralChildren>> boundTo(Collection<String> referralIds, int limit) {
            return records.boundTo(referralIds, limit);
        }

        @Override
        public List<Aggregate<ReferralChildren>> matchedWith(String referralId, int limit) {
            return records.matchedWith(referralId, limit);
        }

        @Override
        public Optional<Aggregate<ReferralChildren>> keeping(String matchId) {
            return records.keeping(matchId);
        }

        @Override
        public List<Aggregate<ReferralChildren>> waiting(@Nullable After after, int limit) {
            return after == null
                    ? records.waiting(null, limit).stream()
                            .filter(waiting -> waiting.id().equals(id))
                            .toList()
                    : List.of();
        }
    }
}
