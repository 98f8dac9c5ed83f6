package scot.fort.journey.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import scot.fort.platform.testing.Pages;
import tools.jackson.databind.JsonNode;

/** A plan is carried out by clients of two organisations of its own; then everything they know and left is looked at. */
final class Trial {

    private static final Duration TOLD = Duration.ofSeconds(60);
    private static final int ANY_INSTANCE = 0;
    /** Records that no plan knows. */
    private static final int UNUSED = 100;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Plan plan;
    private final Intake intake;
    private final List<String> organisations;
    private final Clients clients;

    Trial(Plan plan, Intake intake) {
        this.plan = plan;
        this.intake = intake;
        int number = COUNT.incrementAndGet();
        organisations = List.of("school-" + number, "nursery-" + number);
        clients = new Clients(intake, organisations);
    }

    /** @return all attempts that were made */
    List<Attempt> run() throws Exception {
        long before = intake.referrals().countDocuments();
        clients.carryOut(plan);
        askAgain();
        useUnusedKeys();
        Rules rules = new Rules(clients.attempts(), !plan.kills().isEmpty());
        rules.requireAll();
        Collection<Attempt> accepted = rules.accepted().values();
        assertThat(intake.referrals().countDocuments() - before)
                .as(rules::toString)
                .isEqualTo(accepted.size());
        organisations.forEach(organisation -> requireAllThere(
                organisation,
                accepted.stream()
                        .filter(yes -> yes.key().organisation().equals(organisation))
                        .toList()));
        requireEachToldOnce(accepted.stream().map(yes -> yes.text("id")).collect(Collectors.toSet()));
        return clients.attempts();
    }

    /** Everything once more, at both instances, in another form; first what nobody knows the answer of. */
    private void askAgain() {
        record Asked(Key key, Body body) {}
        clients.attempts().stream()
                .sorted(Comparator.comparing(Attempt::isDoubtful).reversed())
                .map(attempt -> new Asked(attempt.key(), attempt.body()))
                .distinct()
                .forEach(asked -> IntStream.range(0, Plans.INSTANCES)
                        .forEach(instance ->
                                clients.insist(asked.key(), asked.body(), Form.values()[instance + 1], instance)));
    }

    /** A key under which everything was refused is still free. */
    private void useUnusedKeys() {
        Map<Key, Boolean> taken = clients.attempts().stream()
                .collect(Collectors.toMap(Attempt::key, Attempt::isAccepted, Boolean::logicalOr));
        AtomicInteger source = new AtomicInteger(UNUSED);
        taken.forEach((key, isTaken) -> {
            if (!isTaken) {
                Body body = new Body(source.getAndIncrement(), Body.Wording.FIRST);
                Attempt first = clients.insist(key, body, Form.PLAIN, ANY_INSTANCE);
                assertThat(first.isAccepted() && !first.isReplayed())
                        .as(first::toString)
                        .isTrue();
            }
        });
    }

    private void requireAllThere(String organisation, List<Attempt> accepted) {
        Map<String, String> expected = accepted.stream()
                .collect(Collectors.toMap(
                        yes -> yes.text("id"), yes -> yes.body().reference()));
        for (int instance = 0; instance < Plans.INSTANCES; instance++) {
            int asked = instance;
            Map<String, String> listed =
                    Pages.rows("/v1/referrals?limit=200", path -> clients.get(organisation, asked, path)).stream()
                            .collect(Collectors.toMap(
                                    row -> row.path("id").asString(),
                                    row -> row.at("/source/reference").asString()));
            assertThat(listed).isEqualTo(expected);
            accepted.forEach(yes -> {
                JsonNode found =
                        clients.get(organisation, asked, path(yes)).expect(200).json();
                assertThat(found.path("reference").asString()).isEqualTo(yes.text("reference"));
            });
        }
        String stranger = organisations.stream()
                .filter(other -> !other.equals(organisation))
                .findFirst()
                .orElseThrow();
        accepted.stream().limit(1).forEach(yes -> clients.get(stranger, ANY_INSTANCE, path(yes))
                .expect(404));
    }

    private static String path(Attempt accepted) {
        return "/v1/referrals/" + accepted.text("id");
    }

    /** Nothing but the receipt of each referral, and no other receipt of it. */
    private void requireEachToldOnce(Set<String> ids) {
        List<ConsumerRecord<byte[], byte[]>> told = Awaitility.await()
                .atMost(TOLD)
                .until(intake::told, all -> keys(all.stream()).containsAll(ids));
        assertThat(keys(told.stream()))
                .hasSize(Math.toIntExact(intake.referrals().countDocuments()));
        told.stream()
                .filter(record -> ids.contains(text(record.key())))
                .collect(Collectors.groupingBy(record -> text(record.key())))
                .forEach((id, about) -> assertThat(
                                about.stream().map(Trial::summary).distinct())
                        .as(id)
                        .singleElement()
                        .asString()
                        .matches("1 .*ReferralReceived .+"));
    }

    private static Set<String> keys(Stream<ConsumerRecord<byte[], byte[]>> records) {
        return records.map(record -> text(record.key())).collect(Collectors.toSet());
    }

    private static String summary(ConsumerRecord<byte[], byte[]> record) {
        return Stream.of("ce_sequence", "ce_type", "ce_id")
                .map(header -> text(record.headers().lastHeader(header).value()))
                .collect(Collectors.joining(" "));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
