package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import scot.fort.platform.web.security.Role;

/** Who may ask intake for what; whose referrals they see is shown by {@link TrackingTests}. */
class SecurityTests extends IntakeServiceTest {

    private static final Map<String, Object> COMMANDS = Map.of(
            "information", Map.of("text", "x"),
            "consent", Map.of("given", true, "by", "a1", "at", "2026-11-20T10:05:00Z"),
            "withdraw", Map.of("reason", "OTHER"));

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "REFERRER")
    void letsReferrersAloneSubmitTrackAndAmend(Role role) {
        String id = accepted(aReferral());
        String token = ISSUER.token("kim", "school-rosebank", role.name());

        call("/v1/referrals")
                .as(token)
                .with("Idempotency-Key", aKey())
                .post(aReferral())
                .expect(403);
        call("/v1/referrals?dryRun=true").as(token).post(aReferral()).expect(403);
        call("/v1/referrals").as(token).get().expect(403);
        call("/v1/referrals/" + id).as(token).get().expect(403);
        COMMANDS.forEach((command, body) ->
                call("/v1/referrals/" + id + "/" + command).as(token).post(body).expect(403));
        assertThat(tracking(id).expect(200).text("status")).isEqualTo("RECEIVED");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "SCREENING_MANAGER")
    void letsManagersOfTheHubAloneTakeAReferralForAnErrorAndApproveAnErasure(Role role) {
        String id = accepted(aReferral());
        String token = ISSUER.token("kim", "school-rosebank", role.name());

        call("/v1/referrals/" + id + "/error")
                .as(token)
                .post(Map.of("reason", "WRONG_CHILD"))
                .expect(403);
        call("/v1/referrals/" + id + "/erasure/approve").as(token).post().expect(403);
    }

    @Test
    void knowsNobodyWithoutAToken() {
        String id = accepted(aReferral());

        call("/v1/referrals").post(aReferral()).expect(401);
        call("/v1/referrals").get().expect(401);
        call("/v1/referrals/" + id).get().expect(401);
        call("/v1/referrals/batch").post("{").expect(401);
        call("/v1/reference-data/wards").get().expect(401);
        COMMANDS.forEach((command, body) ->
                call("/v1/referrals/" + id + "/" + command).post(body).expect(401));
    }
}
