package scot.fort.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.SupportCode;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.MovableClock;

class AutomaticOfferTests extends AllocationServiceTest {

    @Autowired
    private MovableClock clock;

    @Test
    void choosesTheBestAndGoesOnToTheNextUntilNoneIsLeft() {
        String best = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT, SupportCode.PARENTING);
        String next = service("provider-aberlour", 1, SupportCode.PARENTING);
        String referral = opened(decided(SupportCode.FAMILY_SUPPORT, SupportCode.PARENTING));

        Answer first = offerBest(referral).expect(201);
        assertThat(first.text("serviceId")).isEqualTo(best);
        provider("/v1/offers/" + first.text("id") + "/decline")
                .ifMatch(first.etag())
                .post(Map.of("answer", "NO_CAPACITY", "reason", "FULL"))
                .expect(200);

        awaitAllocation(referral, answer -> answer.json().get("offers").size() == 2);
        assertThat(awaitAllocation(referral, any -> true)
                        .json()
                        .at("/offers/1/serviceId")
                        .asString())
                .isEqualTo(next);
        assertThat(places(next)).containsEntry("reserved", 1);

        clock.forward(Duration.ofHours(73));

        awaitAllocation(referral, answer -> answer.text("status").equals("UNALLOCATED"));
        assertThat(places(best)).containsEntry("reserved", 0);
        assertThat(places(next)).containsEntry("reserved", 0);
        await().atMost(SOON).untilAsserted(() -> assertThat(namesTold(referral))
                .containsExactly(
                        "AllocationOpened",
                        "SupportOffered",
                        "OfferDeclined",
                        "SupportOffered",
                        "OfferExpired",
                        "AllocationExhausted"));

        coordinator("/v1/allocations/" + referral + "/close")
                .post(Map.of("reason", "NO_SERVICE_AVAILABLE"))
                .expect(200);
        assertThat(awaitAllocation(referral, any -> true).text("status")).isEqualTo("CLOSED");
    }

    @Test
    void saysAtOnceThatNobodyFits() {
        String referral = opened();

        Answer none = offerBest(referral).expect(200);
        Answer again = offerBest(referral).expect(200);

        assertThat(none.text("status")).isEqualTo("UNALLOCATED");
        assertThat(again.etag()).isEqualTo(none.etag());
    }

    @Test
    void allocatesAnExhaustedFamilyWhenRoomIsFound() {
        String referral = opened();
        offerBest(referral).expect(200);

        service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        offerBest(referral).expect(201);

        assertThat(awaitAllocation(referral, any -> true).text("status")).isEqualTo("ALLOCATING");
    }

    @Test
    void expiresAfterTheHoursThatTheCoordinatorGave() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        String referral = opened();
        Answer offered = coordinator("/v1/allocations/" + referral + "/offers")
                .post(Map.of("serviceId", service, "expiresInHours", 2))
                .expect(201);

        clock.forward(Duration.ofMinutes(121));

        await().atMost(SOON).untilAsserted(() -> assertThat(places(service)).containsEntry("reserved", 0));
        provider("/v1/offers/" + offered.text("id") + "/accept")
                .ifMatch("*")
                .post()
                .expect(409);
        assertThat(awaitAllocation(referral, any -> true).text("status")).isEqualTo("ALLOCATING");
    }
}
