package scot.fort.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import scot.fort.events.common.SupportCode;
import scot.fort.events.places.PlacesChanged;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

class DirectoryServiceTests extends AllocationServiceTest {

    private static final Path DIRECTORY = Path.of("../../infra/local/data/directory.json");

    @Test
    void bringsTheDirectoryInOnce() throws IOException {
        String document = Files.readString(DIRECTORY);

        Answer first = coordinator("/v1/directory").put(document).expect(200);
        Answer again = coordinator("/v1/directory").put(document).expect(200);

        assertThat(first.json().get("created").asInt()
                        + first.json().get("unchanged").asInt())
                .isEqualTo(15);
        assertThat(first.json().get("errors")).isEmpty();
        assertThat(again.json().toString()).isEqualTo("{\"created\":0,\"updated\":0,\"unchanged\":15,\"errors\":[]}");
        assertThat(names("?support=FAMILY_THERAPY&age=12&ward=LOCHEE")).contains("Functional Family Therapy");
        assertThat(names("?support=FAMILY_THERAPY&age=10&ward=LOCHEE")).doesNotContain("Functional Family Therapy");
    }

    @Test
    void tellsOfTheFaultsOfAServiceAndTakesTheOthers() {
        Map<String, Object> good =
                document(UUID.randomUUID().toString(), "provider-barnardos", 3, SupportCode.PARENTING);
        Map<String, Object> bad = new HashMap<>(document(UUID.randomUUID().toString(), "provider-barnardos", 3));
        bad.put("status", "open");
        bad.remove("name");
        Map<String, Object> contradictory =
                new HashMap<>(document(UUID.randomUUID().toString(), "provider-barnardos", 3));
        contradictory.put("minimum_age", 18);
        contradictory.put(
                "attributes", List.of(Map.of("taxonomy_term", Map.of("code", "JUGGLING", "taxonomy", "fort-support"))));

        JsonNode answer = coordinator("/v1/directory")
                .put(Map.of("total_items", 4, "contents", List.of(bad, good, contradictory, "no service")))
                .expect(200)
                .json();

        assertThat(answer.get("created").asInt()).isEqualTo(1);
        assertThat(answer.get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/contents/0/name",
                        "/contents/0/status",
                        "/contents/2/maximum_age",
                        "/contents/2/attributes/0/taxonomy_term/code",
                        "/contents/3");
    }

    @Test
    void takesAServiceOfTheStandardThatNobodyCanBeOfferedYet() {
        String id = UUID.randomUUID().toString();
        String referral = opened();

        coordinator("/v1/directory")
                .put(List.of(Map.of(
                        "id", id, "name", "Community Counselling", "status", "active", "alternate_name", "MyCity")))
                .expect(200);

        assertThat(offer(referral, id)
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/serviceId");
    }

    @Test
    void updatesWhatIsDescribedAnewAndTellsOfItsPlaces() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> document = new HashMap<>(document(id, "provider-barnardos", 3, SupportCode.PARENTING));
        coordinator("/v1/directory").put(List.of(document)).expect(200);
        document.put(
                "capacities", List.of(Map.of("available", 4, "maximum", 9, "updated", "2026-11-21T09:00:00+01:00")));

        assertThat(coordinator("/v1/directory")
                        .put(List.of(document))
                        .json()
                        .get("updated")
                        .asInt())
                .isEqualTo(1);

        await().atMost(SOON).untilAsserted(() -> assertThat(told("places", id))
                .extracting(event -> ((PlacesChanged) event).getAvailable())
                .containsExactly(3, 4));
        PlacesChanged last = (PlacesChanged) told("places", id).getLast();
        assertThat(last.getMetadata().getReferralId()).isNull();
        assertThat(last.getMetadata().getSequence()).isEqualTo(2);
    }

    @Test
    void letsAProviderSeeAndStateTheRoomOfItsOwnServicesAlone() {
        String own = service("provider-barnardos", 3, SupportCode.PARENTING);
        String other = service("provider-aberlour", 3, SupportCode.PARENTING);
        Map<String, Object> room = Map.of("maximum", 6, "available", 5);

        assertThat(provider("/v1/services?ward=" + ward)
                        .get()
                        .json()
                        .get("items")
                        .findValuesAsString("id"))
                .containsExactly(own);
        provider("/v1/services/" + own + "/capacity").put(room).expect(200);
        assertThat(places(own)).containsEntry("available", 5);
        provider("/v1/services/" + other + "/capacity").put(room).expect(404);
        provider("/v1/services/" + own + "/capacity")
                .put(Map.of("maximum", 2, "available", 5))
                .expect(422);
        call("/v1/services/" + own + "/capacity", "kim", "mash", "SCREENER")
                .put(room)
                .expect(403);
    }

    @Test
    void showsServicesInPages() {
        List<String> all = List.of(
                service("provider-barnardos", 3, SupportCode.PARENTING),
                service("provider-aberlour", 3, SupportCode.PARENTING),
                service("provider-aberlour", 3, SupportCode.PARENTING));

        JsonNode first = coordinator("/v1/services?limit=2&support=PARENTING&ward=" + ward)
                .get()
                .json();
        JsonNode second = coordinator("/v1/services?limit=2&support=PARENTING&ward=" + ward + "&cursor="
                        + first.get("nextCursor").asString())
                .get()
                .json();

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(all).contains(second.at("/items/0/id").asString());
    }

    @Test
    void refusesADirectoryThatIsNone() {
        coordinator("/v1/directory").put(Map.of("id", "x")).expect(422);
        provider("/v1/directory").put(List.of()).expect(403);
    }

    private List<String> names(String query) {
        return coordinator("/v1/services" + query + "&limit=200")
                .get()
                .expect(200)
                .json()
                .get("items")
                .findValuesAsString("name");
    }
}
