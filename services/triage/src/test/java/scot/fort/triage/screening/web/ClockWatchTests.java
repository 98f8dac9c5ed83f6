package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import scot.fort.events.common.Priority;
import scot.fort.events.triage.ScreeningAtRisk;
import scot.fort.events.triage.ScreeningBreached;
import scot.fort.events.triage.ScreeningOpened;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.service.Repeating;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import scot.fort.platform.testing.MovableClock;
import scot.fort.triage.screening.Alarm;
import scot.fort.triage.screening.Alarms;
import scot.fort.triage.screening.ClockWatch;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

class ClockWatchTests extends TriageServiceTest {

    private static final int REFERRALS = 30;
    private static final int INSTANCES = 6;

    @Autowired
    private Queue queue;

    @Autowired
    private AggregateStore<Screening, ScreeningEvent> store;

    @Autowired
    private Ids ids;

    @Autowired
    @Qualifier("clockWatching") private Repeating clockWatching;

    @Test
    void tellsOfEachClockOnceAfterAnOutageAlthoughManyWatch() throws Exception {
        List<String> referrals =
                IntStream.range(0, REFERRALS).mapToObj(any -> newReferral()).toList();
        referrals.forEach(id -> tell(EventScript.about(id).then(aConcern(id).setImmediateDanger(true))));
        referrals.forEach(id -> awaitStatus(id, "RECEIVED"));
        long before = version(referrals.getFirst());
        Instant later = now().plus(Duration.ofHours(5));

        tellAll(Collections.nCopies(INSTANCES, watching(MovableClock.standingAt(later))));
        watch(later);
        watch(later.plus(Duration.ofDays(1)));

        for (String referral : referrals) {
            assertThat(raised(referral)).containsExactly(Alarm.AT_RISK, Alarm.BREACHED);
            assertThat(version(referral)).isEqualTo(before + 1);
        }
        for (String referral : referrals.subList(0, 3)) {
            assertThat(types(awaitEvents(referral, 3)))
                    .containsExactly(ScreeningOpened.class, ScreeningAtRisk.class, ScreeningBreached.class);
        }
    }

    @Test
    void tellsOnceAlthoughTheClocksOfTwoInstancesDifferAndJump() throws Exception {
        String referral = newReferral();
        receive(referral, aConcern(referral).setImmediateDanger(true));
        MovableClock ahead = MovableClock.standingAt(now().plus(Duration.ofMinutes(170)));
        MovableClock behind = MovableClock.standingAt(now());
        List<ClockWatch> instances = List.of(watching(ahead), watching(behind));

        tellAll(instances);
        assertThat(raised(referral)).isEmpty();

        ahead.forward(Duration.ofMinutes(20));
        tellAll(instances);
        ahead.forward(Duration.ofHours(-1));
        behind.forward(Duration.ofHours(3));
        tellAll(instances);
        assertThat(raised(referral)).containsExactly(Alarm.AT_RISK);

        ahead.forward(Duration.ofDays(365));
        behind.forward(Duration.ofDays(365));
        tellAll(instances);
        ahead.forward(Duration.ofDays(-365));
        tellAll(instances);

        assertThat(raised(referral)).containsExactly(Alarm.AT_RISK, Alarm.BREACHED);
        assertThat(types(awaitEvents(referral, 3)))
                .containsExactly(ScreeningOpened.class, ScreeningAtRisk.class, ScreeningBreached.class);
    }

    @Test
    void tellsOfTheOthersAlthoughMoreThanABatchCannotBeSaved() {
        String first = receive();
        BsonDocument broken = Objects.requireNonNull(
                screenings().find(Filters.eq("_id", first)).first());
        screenings().deleteMany(Filters.empty());
        broken.put("outbox", new BsonString("no list"));
        screenings()
                .insertMany(IntStream.range(0, 120)
                        .mapToObj(number -> broken.clone().append("_id", new BsonString("broken-" + number)))
                        .toList());
        String sound = newReferral();
        clock().forward(Duration.ofMinutes(1));
        receive(sound, aReferral(sound));

        watch(now().plus(Duration.ofDays(30)));

        assertThat(raised(sound)).containsExactly(Alarm.AT_RISK, Alarm.BREACHED);
    }

    @Test
    void goesOnByItselfForAsLongAsTheServiceRuns() {
        String referral = newReferral();
        receive(referral, aConcern(referral).setImmediateDanger(true));

        clock().forward(Duration.ofMinutes(181));
        clockWatching.wake();

        await().atMost(Duration.ofSeconds(30)).until(() -> raised(referral), List.of(Alarm.AT_RISK)::equals);
    }

    @Test
    void saysWhichRulesAndWhichClockAndByWhichPolicies() {
        String referral = newReferral();
        receive(referral, aConcern(referral).setImmediateDanger(true));
        Answer seen = see(referral);
        Instant dueAt = Instant.parse(seen.text("dueAt"));

        watch(dueAt.minus(Duration.ofMinutes(30)));

        assertThat(seen.text("rulesVersion")).isEqualTo("2026-1");
        assertThat(seen.json().get("rulesReasons").toString()).contains("Whoever sees a child in danger now");
        List<SpecificRecord> events = awaitEvents(referral, 2);
        assertThat(events.getFirst()).isInstanceOfSatisfying(ScreeningOpened.class, event -> {
            assertThat(event.getRules()).containsExactly("IMMEDIATE_DANGER", "CHILD_PROTECTION");
            assertThat(event.getRulesVersion()).isEqualTo("2026-1");
            assertThat(event.getMetadata().getPolicyVersion()).isEqualTo("2026-1");
        });
        assertThat(events.getLast()).isInstanceOfSatisfying(ScreeningAtRisk.class, event -> {
            assertThat(event.getRound()).isEqualTo(1);
            assertThat(event.getPriority()).isEqualTo(Priority.RED);
            assertThat(event.getDueAt()).isEqualTo(dueAt);
            assertThat(event.getMetadata().getPolicyVersion()).isEqualTo("2026-1");
            assertThat(event.getMetadata().getActor()).isEqualTo("triage");
        });
    }

    @Test
    void findsWhatWasStoredBeforeThereWereAlarms() {
        String referral = newReferral();
        receive(referral, aConcern(referral).setImmediateDanger(true));
        screenings()
                .updateOne(
                        Filters.eq("_id", referral),
                        Updates.combine(Updates.unset("state.alarms"), Updates.unset("state.place.nextAlarmAt")));

        watch(now());
        watch(now().plus(Duration.ofMinutes(200)));

        assertThat(types(awaitEvents(referral, 2))).containsExactly(ScreeningOpened.class, ScreeningAtRisk.class);
    }

    private void watch(Instant at) {
        watching(MovableClock.standingAt(at)).tellAllDue();
    }

    private ClockWatch watching(Clock clock) {
        return new ClockWatch(queue, store, clock, ids);
    }

    private static void tellAll(List<ClockWatch> instances) throws Exception {
        AtOnce.all(instances.size(), instance -> () -> {
            instances.get(instance).tellAllDue();
            return null;
        });
    }

    private List<Alarm> raised(String referral) {
        return Objects.requireNonNull(
                        store.find(referral).orElseThrow().require().alarms())
                .raised()
                .stream()
                .map(Alarms.Raised::alarm)
                .toList();
    }

    private long version(String referral) {
        return store.find(referral).orElseThrow().version();
    }

    private static List<Class<?>> types(List<SpecificRecord> events) {
        return events.stream().<Class<?>>map(SpecificRecord::getClass).toList();
    }
}
