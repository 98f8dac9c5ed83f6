package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Pages;
import tools.jackson.databind.JsonNode;

class ReferralListTests extends IntakeServiceTest {

    @Test
    void listsTheLatestFirstPageByPage() {
        String token = school("school-of-" + UUID.randomUUID());
        List<String> sent = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            sent.addFirst(call("/v1/referrals")
                    .as(token)
                    .with("Idempotency-Key", aKey())
                    .post(aReferral())
                    .expect(201)
                    .text("id"));
        }

        List<String> listed = Pages.rows(
                        "/v1/referrals?limit=2", next -> call(next).as(token).get())
                .stream()
                .map(row -> row.get("id").stringValue())
                .toList();

        assertThat(listed).isEqualTo(sent);
    }

    @Test
    void listsWhatIsAskedFor() {
        String token = school("school-of-" + UUID.randomUUID());
        Answer first = submit(token);
        Answer second = submit(token);
        call("/v1/referrals/" + first.text("id") + "/withdraw")
                .as(token)
                .post(Map.of("reason", "FAMILY_MOVED"))
                .expect(200);
        JsonNode withdrawn = call("/v1/referrals?status=WITHDRAWN")
                .as(token)
                .get()
                .expect(200)
                .json();
        String changedAt = withdrawn.at("/items/0/updatedAt").stringValue();
        String source = call("/v1/referrals/" + second.text("id"))
                .as(token)
                .get()
                .json()
                .at("/source/reference")
                .stringValue();

        assertThat(ids(withdrawn)).containsExactly(first.text("id"));
        assertThat(withdrawn.at("/items/0/etag").stringValue()).isEqualTo("\"2\"");
        assertThat(listed(token, "?sourceSystem=seemis&sourceReference=" + source))
                .containsExactly(second.text("id"));
        assertThat(listed(token, "?sourceReference=" + source)).containsExactly(second.text("id"));
        assertThat(listed(token, "?sourceSystem=badgernet")).isEmpty();
        assertThat(listed(token, "?updatedSince=" + changedAt)).containsExactly(first.text("id"));
        assertThat(listed(token, "?updatedSince=" + inParis(changedAt))).containsExactly(first.text("id"));
        assertThat(listed(token, "?updatedSince=2027-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void refusesAQueryThatMakesNoSense() {
        String token = school("school-rosebank");

        assertThat(call("/v1/referrals?status=LOST").as(token).get().expect(422).body())
                .contains("/status");
        assertThat(call("/v1/referrals?updatedSince=lately")
                        .as(token)
                        .get()
                        .expect(422)
                        .body())
                .contains("/updatedSince");
        assertThat(call("/v1/referrals?limit=0&cursor=!")
                        .as(token)
                        .get()
                        .expect(422)
                        .body())
                .contains("/limit", "/cursor");
    }

    private Answer submit(String token) {
        return call("/v1/referrals")
                .as(token)
                .with("Idempotency-Key", aKey())
                .post(aReferral())
                .expect(201);
    }

    private List<String> listed(String token, String query) {
        return ids(call("/v1/referrals" + query).as(token).get().expect(200).json());
    }

    private static String inParis(String utc) {
        String local = OffsetDateTime.parse(utc)
                .withOffsetSameInstant(ZoneOffset.ofHours(1))
                .toString();
        return URLEncoder.encode(local, StandardCharsets.UTF_8);
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(row -> row.get("id").stringValue())
                .toList();
    }
}
