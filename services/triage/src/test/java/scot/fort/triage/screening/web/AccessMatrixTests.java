package scot.fort.triage.screening.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.DatabaseCommands;

/** Every call of this service, by everybody who might make it, about a restricted case. Whoever adds a call lists it here. */
class AccessMatrixTests extends TriageServiceTest {

    private static final String MANAGER = "mash-manager";
    private static final Map<String, String> DANGER = Map.of("reason", "IMMEDIATE_DANGER");

    private static final Set<String> WITH_ACCESS =
            Set.of("granted", "granted-for-hours", "glass-broken", "granted-again");
    private static final Set<String> WITHOUT_ACCESS = Set.of(
            "never-granted",
            "granted-another",
            "grant-revoked",
            "grant-over",
            "glass-over",
            "glass-revoked",
            "Granted");

    private static final String MATCH = "/v1/screenings/{referralId}/matches/{matchId}";
    private static final String STREAM = "/v1/queue/stream";

    /** Calls by which nobody comes to see a case, and one by which somebody does on purpose. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry("POST /v1/screenings/{referralId}/break-glass", "AccessServiceTests: that is what it is for"),
            entry("POST " + MATCH + "/confirm", "MatchesServiceTests: both referrals must be seen"),
            entry("POST " + MATCH + "/reject", "MatchesServiceTests: both referrals must be seen"),
            entry("POST " + MATCH + "/undo", "MatchesServiceTests: both referrals must be seen"),
            entry("GET /v1/screeners", "managers alone, who see every case; numbers alone"),
            entry("POST /v1/screeners/{sub}/hand-over", "managers alone, who see every case"),
            entry("GET /v1/parked", "operators alone, ids of events alone"),
            entry("POST /v1/parked/{parkedId}/retry", "operators alone, ids of events alone"),
            entry("POST /v1/parked/{parkedId}/discard", "operators alone, ids of events alone"));

    private final String id = newReferral();
    private final String another = newReferral();
    private final String test = newReferral();

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private DatabaseCommands commands;

    private static final List<WayIn> OF_SCREENERS = List.of(
            WayIn.ofMany("GET", "/v1/queue", Call::get),
            WayIn.ofMany("POST", "/v1/queue/claim-next", Call::post),
            WayIn.ofCase("GET", "", Call::get),
            WayIn.ofCase("GET", "/matches", Call::get),
            WayIn.ofCase("POST", "/claim", Call::post),
            WayIn.ofCase("POST", "/release", Call::post),
            WayIn.ofCase("POST", "/renew", Call::post),
            WayIn.ofCase(
                    "POST", "/rating", call -> call.ifMatch("*").post(Map.of("priority", "RED", "rationale", "x"))),
            WayIn.ofCase(
                    "POST",
                    "/checks",
                    call -> call.post(Map.of("agency", "POLICE", "finding", "OPEN_CASE", "text", "x"))),
            WayIn.ofCase("POST", "/information-requests", call -> call.post(Map.of("question", "x"))),
            WayIn.ofCase("POST", "/decision", call -> call.ifMatch("*")
                    .post(Map.of("decision", "NO_FURTHER_ACTION", "rationale", "x"))));

    private static final List<WayIn> OF_MANAGERS = List.of(
            WayIn.ofCase("POST", "/assign", call -> call.post(Map.of("screener", "mash-manager"))),
            WayIn.ofCase("POST", "/outcome", call -> call.ifMatch("*").post(Map.of("outcome", "CHILDS_PLAN"))),
            WayIn.ofCase("POST", "/reopen", call -> call.ifMatch("*").post(Map.of("reason", "OTHER"))),
            WayIn.ofCase("PUT", "/grants/{sub}", call -> call.put(Map.of())),
            WayIn.ofCase("DELETE", "/grants/{sub}", Call::delete));

    private static Stream<WayIn> all() {
        return Stream.concat(OF_SCREENERS.stream(), OF_MANAGERS.stream());
    }

    @BeforeEach
    void givePeopleAllKindsOfAccess() {
        receive(id, aReferral(id).setRestricted(true).setImmediateDanger(true));
        receive(another, aReferral(another).setRestricted(true));
        grant(id, "grant-over", now().plus(Duration.ofMinutes(10)));
        breakGlass("glass-over");
        clock().forward(Duration.ofHours(1));
        grant(id, "granted", null);
        grant(id, "granted-for-hours", now().plus(Duration.ofHours(2)));
        grant(id, "grant-revoked", null);
        revoke("grant-revoked");
        grant(id, "granted-again", null);
        revoke("granted-again");
        grant(id, "granted-again", null);
        breakGlass("glass-broken");
        breakGlass("glass-revoked");
        revoke("glass-revoked");
        grant(another, "granted-another", null);
    }

    @Test
    void listsEveryCall() {
        Set<String> listed = new TreeSet<>(ELSEWHERE.keySet());
        listed.add("GET " + STREAM);
        all().map(WayIn::mapping).forEach(listed::add);

        assertThat(calls()).isEqualTo(listed);
    }

    @Test
    void showsItToManagersAndToThoseWhoMaySeeItNow() {
        Map<String, Set<String>> expected = new TreeMap<>();
        Set<String> seeing = new TreeSet<>(WITH_ACCESS);
        seeing.add(MANAGER);
        OF_SCREENERS.forEach(wayIn -> expected.put(wayIn.mapping(), seeing));
        OF_MANAGERS.forEach(wayIn -> expected.put(wayIn.mapping(), Set.of(MANAGER)));

        Map<String, Set<String>> shown = new TreeMap<>();
        all().forEach(wayIn -> shown.put(wayIn.mapping(), whoSees(wayIn)));

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void showsItOnTheWallToTheSamePeople() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (String person : people()) {
            try (WallScreen wall = WallScreen.at(url(STREAM), token(named(person), "SCREENER"))) {
                if (wall.awaitBeginning().rows().containsKey(id)) {
                    shown.add(person);
                }
            }
        }

        assertThat(shown).isEqualTo(new TreeSet<>(WITH_ACCESS));
    }

    /** So that neither the answer nor the time it takes tells whether there is such a case. */
    @Test
    void answersAsForACaseThatIsNotThere() {
        String missing = newReferral();
        for (WayIn wayIn : OF_SCREENERS.stream().filter(WayIn::isOfCase).toList()) {
            for (String person : WITHOUT_ACCESS) {
                assertThat(trace(wayIn, person, id)).as(person).isEqualTo(trace(wayIn, person, missing));
            }
        }
    }

    @Test
    void letsNoGrantStandForARole() {
        all().forEach(wayIn -> {
            for (String role : List.of("COORDINATOR", "REFERRER", "AUDITOR", "OPERATOR")) {
                Answer answer = wayIn.of(call(named("granted"), wayIn.path().apply(id), role));

                assertThat(answer.status())
                        .as("%s to %s", wayIn.mapping(), role)
                        .isEqualTo(403);
            }
        });
    }

    @Test
    void namesItToNobodyAsTheCaseThatAnotherRepeats() {
        String repeats = receive();
        as("never-granted", screening(repeats) + "/claim").post().expect(200);
        Map<String, Object> duplicate = Map.of("decision", "DUPLICATE", "rationale", "x", "duplicateOf", id);

        Answer refused = as("never-granted", screening(repeats) + "/decision")
                .ifMatch("*")
                .post(duplicate);

        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("unresolved-ref");
        as("never-granted", screening(repeats) + "/release").post().expect(200);
        as("granted", screening(repeats) + "/claim").post().expect(200);
        as("granted", screening(repeats) + "/decision")
                .ifMatch("*")
                .post(duplicate)
                .expect(200);
    }

    /** In each test somebody else, for how often one person may break the glass is bounded. */
    private String named(String person) {
        return person + "." + test;
    }

    private Call as(String person, String path) {
        return screener(named(person), path);
    }

    private static List<String> people() {
        return Stream.concat(WITH_ACCESS.stream(), WITHOUT_ACCESS.stream()).toList();
    }

    private Set<String> whoSees(WayIn wayIn) {
        Set<String> seeing = new TreeSet<>();
        BsonDocument before = document();
        for (String person : people()) {
            if (sees(wayIn, as(person, wayIn.path().apply(id)))) {
                seeing.add(person);
            }
            restore(before);
        }
        if (sees(wayIn, manager(wayIn.path().apply(id)))) {
            seeing.add(MANAGER);
        }
        return seeing;
    }

    private boolean sees(WayIn wayIn, Call call) {
        Answer answer = wayIn.of(call);
        return answer.status() != 403 && wayIn.shows().test(answer, id);
    }

    private Trace trace(WayIn wayIn, String person, String about) {
        List<Answer> answers = new ArrayList<>();
        Runnable call = () -> answers.add(wayIn.of(as(person, wayIn.path().apply(about))));
        List<String> sent = commands.during(call);
        List<Integer> found = commands.foundDuring(call);
        Answer answer = answers.getFirst();
        return new Trace(answer.status(), answer.body().replace(about, "it"), headers(answer), sent, found);
    }

    private static Set<String> headers(Answer answer) {
        Set<String> names = new TreeSet<>(answer.response().headers().map().keySet());
        names.remove("connection");
        return names;
    }

    /** All by which somebody might tell one case from another. */
    private record Trace(int status, String body, Set<String> headers, List<String> sent, List<Integer> found) {}

    private Set<String> calls() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .filter(call -> call.contains(" /v1/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private BsonDocument document() {
        return Objects.requireNonNull(screenings().find(Filters.eq("_id", id)).first());
    }

    private void restore(BsonDocument before) {
        screenings().replaceOne(Filters.eq("_id", id), before);
    }

    private void grant(String referralId, String person, @Nullable Instant until) {
        manager(screening(referralId) + "/grants/" + named(person))
                .put(until == null ? Map.of() : Map.of("until", until.toString()))
                .expect(200);
    }

    private void revoke(String person) {
        manager(screening(id) + "/grants/" + named(person)).delete().expect(200);
    }

    private void breakGlass(String person) {
        as(person, screening(id) + "/break-glass").post(DANGER).expect(200);
    }
}
