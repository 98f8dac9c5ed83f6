package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.MovableClock;
import scot.fort.platform.testing.Pages;
import scot.fort.platform.web.paging.Cursor;
import tools.jackson.databind.JsonNode;

class ReferralListTests extends IntakeServiceTest {

    @Autowired
    MovableClock clock;

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
    }

    /** Whoever asks from time to time, each time since the last. */
    @Test
    void missesNothingThatHasChangedSinceItWasAskedLast() {
        String token = school("school-of-" + UUID.randomUUID());
        Answer quiet = submit(token);
        Answer heardOf = submit(token);
        clock.forward(Duration.ofMinutes(2));
        String asOf = call("/v1/referrals").as(token).get().expect(200).text("asOf");
        assertThat(listed(token, "?updatedSince=" + asOf)).isEmpty();

        new Hub(SENDER, sealer, (ReferralReceived)
                        TOLD.about(heardOf.text("id"), 1).getFirst())
                .takesIt();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !listed(token, "?status=IN_SCREENING")
                .isEmpty());

        JsonNode row =
                call("/v1/referrals/" + heardOf.text("id")).as(token).get().json();
        assertThat(row.at("/updatedAt").stringValue())
                .as("by the clock of the hub, which said so days ago")
                .isLessThan(asOf);
        assertThat(listed(token, "?updatedSince=" + asOf)).containsExactly(heardOf.text("id"));
        assertThat(listed(token, "?updatedSince=" + inParis(asOf))).containsExactly(heardOf.text("id"));
        assertThat(listed(token, "?updatedSince=2026-11-01T00:00:00Z"))
                .containsExactly(heardOf.text("id"), quiet.text("id"));
    }

    /** What was under way while the last list was read. */
    @Test
    void repeatsWhatHasChangedInTheMinuteBefore() {
        String token = school("school-of-" + UUID.randomUUID());
        Answer late = submit(token);
        clock.forward(Duration.ofSeconds(50));
        String asOf = call("/v1/referrals").as(token).get().expect(200).text("asOf");

        assertThat(listed(token, "?updatedSince=" + asOf)).containsExactly(late.text("id"));
    }

    @Test
    void saysOnEveryPageAsOfWhenTheFirstWasRead() {
        String token = school("school-of-" + UUID.randomUUID());
        submit(token);
        submit(token);
        Answer first = call("/v1/referrals?limit=1").as(token).get().expect(200);
        clock.forward(Duration.ofSeconds(1));

        Answer next = call("/v1/referrals?limit=1&cursor=" + first.text("nextCursor"))
                .as(token)
                .get()
                .expect(200);

        assertThat(next.text("asOf")).isEqualTo(first.text("asOf"));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String token = school("school-of-" + UUID.randomUUID());
        submit(token);
        submit(token);
        String next = call("/v1/referrals?limit=1").as(token).get().text("nextCursor");
        String foreign = Cursor.of(UUID.randomUUID()).encoded();

        for (String query : List.of("?status=RECEIVED&cursor=" + next, "?cursor=" + foreign)) {
            Answer refused = call("/v1/referrals" + query).as(token).get().expect(422);
            assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo("/cursor");
        }
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
