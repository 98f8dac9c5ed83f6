package scot.fort.intake.referral.web;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.intake.admission.Admission;
import scot.fort.intake.reference.CodeSet;
import scot.fort.intake.referral.Reference;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.SubmissionHandler;
import scot.fort.intake.referral.content.Corrector;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.intake.referral.form.ReferralRules;
import scot.fort.intake.referral.submission.SafetyAdvice;
import scot.fort.intake.referral.submission.Submissions;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.sealing.KeyPool;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.web.problem.ProblemMapper;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    CodeSet wards(IntakeProperties properties) {
        return properties.wardCodes();
    }

    @Bean
    CodeSet outcomes() {
        return new OutcomeWords().codes();
    }

    @Bean
    ReferralRules referralRules(CodeSet wards, Clock clock) {
        return new ReferralRules(wards, clock);
    }

    @Bean
    ReferralSeals referralSeals(KeyPool keys, Sealer sealer, Opener opener) {
        return new ReferralSeals(keys, sealer, opener);
    }

    @Bean
    Corrector corrector(ReferralSeals seals) {
        return new Corrector(seals);
    }

    @Bean
    Submissions submissions(
            ReferralRules rules,
            ReferralSeals seals,
            SubmissionHandler handler,
            Referrals referrals,
            Clock clock,
            ProblemMapper problems,
            IntakeProperties properties) {
        return new Submissions(
                rules, seals, handler, referrals, clock, problems::of, new SafetyAdvice(properties.safetyAdvice()));
    }

    @Bean
    SubmissionHandler submissionHandler(
            Referrals referrals,
            Admission admission,
            Ids ids,
            ReferralSeals seals,
            IntakeProperties properties,
            JsonMapper json) {
        SecureRandom random = new SecureRandom();
        return new SubmissionHandler(
                referrals,
                admission,
                () -> Reference.random(random),
                ids,
                seals,
                receipt -> json.writeValueAsString(ReceiptResponse.of(receipt, properties.safetyAdvice())));
    }
}
