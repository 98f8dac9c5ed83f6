package scot.fort.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.events.content.FreeText;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.sealing.DataKeys;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.platform.web.security.Allow;

@SpringBootTest(classes = ErasedContentTests.Sample.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ErasedContentTests {

    private static final TestIssuer ISSUER = TestIssuer.start();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        ServiceSettings.register(registry, ServiceSettings.prefix("service-test"), ISSUER);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void refusesToAddContentToAReferralWhoseContentHasBeenErased() {
        Answer answer = Call.to("http://127.0.0.1:" + port + "/notes")
                .as(ISSUER.token("kim", "mash", "SCREENER"))
                .post();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("illegal-transition");
        assertThat(answer.text("detail")).contains("erased");
        assertThat(answer.json().get("allowed")).isEmpty();
    }

    @SpringBootApplication
    static class Sample {

        @RestController
        static class Notes {

            private final Sealer sealer;
            private final DataKeys keys;

            Notes(Sealer sealer, DataKeys keys) {
                this.sealer = sealer;
                this.keys = keys;
            }

            @PostMapping("/notes")
            @Allow(anyone = true)
            void add() {
                keys.destroy("k1");
                sealer.seal("k1", "r1", new FreeText("A note that comes too late."));
            }
        }
    }
}
