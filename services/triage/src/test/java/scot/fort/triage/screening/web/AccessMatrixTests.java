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

    /** Calls by which nobody comes to see a case, and one by which somebody does on purpose. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry("POST /v1/screenings/{referralId}/break-glass", "AccessServiceTests: that is what it is for"),
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

    private static final List<Sight> OF_SCREENERS = List.of(
            Sight.ofMany("GET", "/v1/queue", Call::get),
            Sight.ofMany("POST", "/v1/queue/claim-next", Call::post),
            Sight.ofCase("GET", "", Call::get),
            Sight.ofCase("POST", "/claim", Call::post),
            Sight.ofCase("POST", "/release", Call::post),
            Sight.ofCase("POST", "/renew", Call::post),
            Sight.ofCase(
                    "POST", "/rating", call -> call.ifMatch("*").post(Map.of("priority", "RED", "rationale", "x"))),
            Sight.ofCase(
                    "POST",
                    "/checks",
                    call -> call.post(Map.of("agency", "POLICE", "finding", "OPEN_CASE", "text", "x"))),
            Sight.ofCase("POST", "/information-requests", call -> call.post(Map.of("question", "x"))),
            Sight.ofCase("POST", "/decision", call -> call.ifMatch("*")
                    .post(Map.of("decision", "NO_FURTHER_ACTION", "rationale", "x"))));

    private static final List<Sight> OF_MANAGERS = List.of(
            Sight.ofCase("POST", "/outcome", call -> call.ifMatch("*").post(Map.of("outcome", "CHILDS_PLAN"))),
            Sight.ofCase("POST", "/reopen", call -> call.ifMatch("*").post(Map.of("reason", "OTHER"))),
            Sight.ofCase("PUT", "/grants/{sub}", call -> call.put(Map.of())),
            Sight.ofCase("DELETE", "/grants/{sub}", Call::delete));

    private static Stream<Sight> all() {
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
        all().map(Sight::mapping).forEach(listed::add);

        assertThat(calls()).isEqualTo(listed);
    }

    @Test
    void showsItToManagersAndToThoseWhoMaySeeItNow() {
        Map<String, Set<String>> expected = new TreeMap<>();
        Set<String> seeing = new TreeSet<>(WITH_ACCESS);
        seeing.add(MANAGER);
        OF_SCREENERS.forEach(sight -> expected.put(sight.mapping(), seeing));
        OF_MANAGERS.forEach(sight -> expected.put(sight.mapping(), Set.of(MANAGER)));

        Map<String, Set<String>> shown = new TreeMap<>();
        all().forEach(sight -> shown.put(sight.mapping(), whoSees(sight)));

        assertThat(shown).isEqualTo(expected);
    }

    /** So that neither the answer nor the time it takes tells whether there is such a case. */
    @Test
    void answersAsForACaseThatIsNotThere() {
        String missing = newReferral();
        for (Sight sight : OF_SCREENERS.stream().filter(Sight::isOfCase).toList()) {
            for (String person : WITHOUT_ACCESS) {
                assertThat(trace(sight, person, id)).as(person).isEqualTo(trace(sight, person, missing));
            }
        }
    }

    @Test
    void letsNoGrantStandForARole() {
        all().forEach(sight -> {
            for (String role : List.of("COORDINATOR", "REFERRER", "AUDITOR", "OPERATOR")) {
                Answer answer = sight.of(call(named("granted"), sight.path().apply(id), role));

                assertThat(answer.status())
                        .as("%s to %s", sight.mapping(), role)
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

    private Set<String> whoSees(Sight sight) {
        Set<String> seeing = new TreeSet<>();
        BsonDocument before = document();
        List<String> people = new ArrayList<>(WITH_ACCESS);
        people.addAll(WITHOUT_ACCESS);
        for (String person : people) {
            if (sees(sight, as(person, sight.path().apply(id)))) {
                seeing.add(person);
            }
            restore(before);
        }
        if (sees(sight, manager(sight.path().apply(id)))) {
            seeing.add(MANAGER);
        }
        return seeing;
    }

    private boolean sees(Sight sight, Call call) {
        Answer answer = sight.of(call);
        return answer.status() != 403 && sight.shows().test(answer, id);
    }

    private Trace trace(Sight sight, String person, String about) {
        List<Answer> answers = new ArrayList<>();
        Runnable call = () -> answers.add(sight.of(as(person, sight.path().apply(about))));
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
