package scot.fort.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.events.common.SupportCode;
import scot.fort.events.places.PlacesChanged;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import scot.fort.platform.testing.DatabaseCommands;
import scot.fort.platform.testing.MovableClock;

class PlacesUnderLoadTests extends AllocationServiceTest {

    @Autowired
    private DatabaseCommands database;

    @Autowired
    private Reservations reservations;

    @Autowired
    private Directory directory;

    @Autowired
    private MovableClock clock;

    @Test
    void reservesExactlyAsManyPlacesAsThereAreForFiftyWhoAskAtOnce() throws Exception {
        String service = service("provider-barnardos", 3, SupportCode.FAMILY_SUPPORT);
        List<String> referrals = IntStream.range(0, 50).mapToObj(n -> opened()).toList();

        Map<Integer, Long> answers = AtOnce.all(50, n -> () -> offer(referrals.get(n), service)).stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));

        assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(201, 3L, 409, 47L));
        assertThat(places(service)).isEqualTo(Map.of("available", 3, "reserved", 3, "availability", 0));
        await().atMost(SOON).untilAsserted(() -> assertThat(told("places", service))
                .extracting(event -> ((PlacesChanged) event).getReserved())
                .containsExactly(0, 1, 2, 3));
    }

    @Test
    void makesOneOfferOfManyAtOnceToTheSameServiceForTheSameFamily() throws Exception {
        String service = service("provider-barnardos", 5, SupportCode.FAMILY_SUPPORT);
        String referral = opened();

        List<Answer> answers = AtOnce.all(10, n -> () -> offer(referral, service));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(places(service)).containsEntry("reserved", 1);
    }

    @Test
    void choosesOneServiceForAFamilyHoweverManyAskForItAtOnce() throws Exception {
        String one = service("provider-barnardos", 5, SupportCode.FAMILY_SUPPORT);
        String other = service("provider-aberlour", 5, SupportCode.FAMILY_SUPPORT);
        String referral = opened();

        List<Answer> answers = AtOnce.all(10, n -> () -> offerBest(referral));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(Stream.of(one, other)
                        .mapToInt(id -> places(id).getOrDefault("reserved", 0))
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void letsOneOfTwoAnswersThatComeAtOnceStand() throws Exception {
        Answer offered = offer(opened(), service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT));
        String path = "/v1/offers/" + offered.text("id");

        List<Answer> answers = AtOnce.all(List.of(
                () -> provider(path + "/accept").ifMatch(offered.etag()).post(),
                () -> provider(path + "/waitlist").ifMatch(offered.etag()).post()));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void readsOnceAndWritesOnceToAccept() {
        Answer offered = offer(opened(), service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT));

        List<String> commands = database.during(() -> provider("/v1/offers/" + offered.text("id") + "/accept")
                .ifMatch(offered.etag())
                .post()
                .expect(200));

        assertThat(commands).containsExactly("find allocations", "update allocations");
    }

    /** The key of the referral is read once, and then known for a while. */
    @Test
    void readsAndWritesTheAllocationAndThePlaceOnceToOfferAndToDecline() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        String referral = opened();

        List<String> toOffer = database.during(() -> offer(referral, service).expect(201));
        Answer offered = manager("/v1/allocations/" + referral).get();
        String offer = offered.json().at("/offers/0/id").asString();
        List<String> toDecline = database.during(() -> provider("/v1/offers/" + offer + "/decline")
                .ifMatch("*")
                .post(Map.of("answer", "NO_CAPACITY", "reason", "FULL"))
                .expect(200));

        assertThat(toOffer)
                .containsExactly(
                        "find allocations", "find services", "update services", "find keys", "update allocations");
        assertThat(toDecline)
                .containsExactly("find allocations", "update allocations", "find services", "update services");
    }

    @Test
    void sweepsAPlaceThatNoOfferHoldsAndLeavesOthersAlone() {
        String service = service("provider-barnardos", 2, SupportCode.FAMILY_SUPPORT);
        offer(opened(), service).expect(201);
        reservations.reserve(
                directory.find(service).orElseThrow(),
                "orphan",
                opened(),
                null,
                new Cause("test", "fort", "c", null, null));
        assertThat(places(service)).containsEntry("reserved", 2);

        clock.forward(Duration.ofMinutes(6));

        await().atMost(SOON).untilAsserted(() -> assertThat(places(service)).containsEntry("reserved", 1));
    }
}
