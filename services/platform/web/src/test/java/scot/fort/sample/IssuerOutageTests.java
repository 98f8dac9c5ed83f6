package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import scot.fort.platform.testing.TestIssuer;

class IssuerOutageTests {

    @Test
    void startsWithoutItsIssuerAndServesAsSoonAsThatIsThereAndAfterItHasGone() throws Exception {
        var port = freePort();
        try (var service = new SpringApplicationBuilder(SampleApplication.class)
                .run("--fort.security.issuer=http://127.0.0.1:" + port)) {
            var url = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port")
                    + "/v1/caller");
            String token;
            try (var elsewhere = TestIssuer.start()) {
                token = elsewhere.token("kim", "mash");
                assertThat(statusOf(url, token)).isEqualTo(503);
            }

            try (var issuer = TestIssuer.startOn(port)) {
                var valid = issuer.token("kim", "mash");
                await().untilAsserted(() -> assertThat(statusOf(url, valid)).isEqualTo(200));
                token = valid;
            }

            assertThat(statusOf(url, token)).isEqualTo(200);
        }
    }

    private static int statusOf(URI url, String token) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(url)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
