package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.Priority;
import scot.fort.events.triage.ScreeningAtRisk;
import scot.fort.events.triage.ScreeningBreached;
import scot.fort.events.triage.ScreeningOpened;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.AtOnce;
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

    @Test
    void tellsOfEachClockOnceAfterAnOutageAlthoughManyWatch() throws Exception {
        List<String> referrals =
                IntStream.range(0, REFERRALS).mapToObj(any -> newReferral()).toList();
        referrals.forEach(id -> tell(EventScript.about(id).then(aConcern(id).setImmediateDanger(true))));
        referrals.forEach(id -> awaitStatus(id, "RECEIVED"));
        long before = version(referrals.getFirst());
        Instant later = now().plus(Duration.ofHours(5));

        List<Callable<Void>> watches = IntStream.range(0, INSTANCES)
                .<Callable<Void>>mapToObj(any -> () -> {
                    watch(later);
                    return null;
                })
                .toList();
        AtOnce.all(watches);
        watch(later);
        watch(later.plus(Duration.ofDays(1)));

        for (String referral : referrals) {
            assertThat(types(awaitEvents(referral, 3)))
                    .containsExactly(ScreeningOpened.class, ScreeningAtRisk.class, ScreeningBreached.class);
            assertThat(version(referral)).isEqualTo(before + 1);
        }
    }

    @Test
    void saysWhichClockAndByWhichPolicy() {
        String referral = newReferral();
        receive(referral, aConcern(referral).setImmediateDanger(true));
        Instant dueAt = Instant.parse(see(referral).text("dueAt"));

        watch(dueAt.minus(Duration.ofMinutes(30)));

        assertThat(awaitEvents(referral, 2).getLast()).isInstanceOfSatisfying(ScreeningAtRisk.class, event -> {
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
        new ClockWatch(queue, store, Clock.fixed(at, Clock.systemUTC().getZone()), ids).tellAllDue();
    }

    private long version(String referral) {
        return store.find(referral).orElseThrow().version();
    }

    private static List<Class<?>> types(List<SpecificRecord> events) {
        return events.stream().<Class<?>>map(SpecificRecord::getClass).toList();
    }
}
