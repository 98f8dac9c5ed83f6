package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.board.Follower;
import scot.fort.triage.board.Missed;
import scot.fort.triage.board.Move;
import scot.fort.triage.board.Sight;
import scot.fort.triage.screening.Given;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;
import tools.jackson.databind.json.JsonMapper;

/** What a client resumes from that was cut in the midst of being told. */
class QueueStreamCutTests {

    private static final Instant BEGINNING = Given.RECEIVED.plusSeconds(60);
    private static final Instant LATER = BEGINNING.plusSeconds(60);
    private static final Caller KIM = new Caller("kim", "mash", "", Set.of(Role.SCREENER));
    private static final QueueView ALL = new QueueView(
            KIM, new QueueQuery(Screening.IN_QUEUE, Set.of(), Set.of(), Set.of(), null, new Restriction("kim", false)));

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void isToldAllAnewUnlessItHadBeenToldAll() throws Exception {
        stream(new Script(List.of(sight("a", 1), sight("b", 1)))).beginAnew();

        List<EventId> ids = ids();
        assertThat(ids).hasSize(4);
        assertThat(ids.subList(0, 3)).noneMatch(EventId::resumes);
        assertThat(ids.getLast()).isEqualTo(new EventId(BEGINNING, ALL.mark(), true));
    }

    @Test
    void resumesWhereItDidBeforeUnlessItHadBeenToldAllThatItMissed() throws Exception {
        Instant since = BEGINNING.minusSeconds(30);

        stream(new Script(List.of(sight("a", 1), sight("b", 1))))
                .resume(since, new Missed.Changes(Set.of("a", "b"), List.of()));

        assertThat(ids()).extracting(EventId::at).containsExactly(since, since, BEGINNING);
    }

    @Test
    void isToldAgainWhatHappenedInTheSameMomentAsItsLast() throws Exception {
        Move one = new Move("a", sight("a", 1), BEGINNING, sight("a", 2), LATER);
        Move other = new Move("b", sight("b", 1), BEGINNING, sight("b", 2), LATER);

        stream(new Script(List.of(), new Follower.Told(List.of(one, other), LATER, false)))
                .goOn(Clock.fixed(LATER, ZoneOffset.UTC), Duration.ofSeconds(15), Instant.MAX);

        assertThat(ids()).extracting(EventId::at).containsExactly(BEGINNING, BEGINNING, LATER);
    }

    private QueueStream stream(Follower follower) throws IOException {
        return new QueueStream(ALL, follower, EventStream.open(response, new JsonMapper()));
    }

    private List<EventId> ids() throws IOException {
        return response.getContentAsString()
                .lines()
                .filter(line -> line.startsWith("id: "))
                .flatMap(line -> EventId.read(line.substring(4)).stream())
                .toList();
    }

    private static Sight sight(String id, long version) {
        return new Sight(id, version, version, Given.aScreening());
    }

    /** One who is told what is written down here, and then that it ends. */
    private static final class Script implements Follower {

        private final List<Sight> rows;
        private final Deque<Told> told;

        private Script(List<Sight> rows, Told... told) {
            this.rows = rows;
            this.told = new ArrayDeque<>(Arrays.asList(told));
        }

        @Override
        public List<Sight> rows() {
            return rows;
        }

        @Override
        public Instant at() {
            return BEGINNING;
        }

        @Override
        public Told next(Duration patience) {
            return told.isEmpty() ? new Told(List.of(), LATER, true) : told.remove();
        }

        @Override
        public void close() {}
    }
}
