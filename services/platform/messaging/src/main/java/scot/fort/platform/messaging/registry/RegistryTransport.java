package scot.fort.platform.messaging.registry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a question to whichever registry answers. An address that fails hands over to the next at once; only when all have
 * failed is there a pause, longer each time, before they are gone through again. The last one that answered is asked first.
 */
final class RegistryTransport implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final long LARGEST_ANSWER = 16L * 1024 * 1024;
    private static final int TOO_LATE = 408;
    private static final int TOO_MANY = 429;

    private final RegistryConfig config;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryTransport(RegistryConfig config) {
        this.config = config;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout());
        if (config.tls() != null) {
            builder.sslContext(config.tls());
        }
        this.http = builder.build();
    }

    /**
     * @throws RegistryException when a registry answers, and the answer is no
     * @throws RegistryUnavailableException when none answers
     */
    <T> T exchange(RegistryRequest question, Class<T> answer) {
        IOException last = new IOException("not asked");
        for (int round = 0; round < config.rounds(); round++) {
            pauseBefore(round);
            int first = preferred.get();
            for (int i = 0; i < config.endpoints().size(); i++) {
                int index = (first + i) % config.endpoints().size();
                Endpoint endpoint = config.endpoints().get(index);
                try {
                    T value = ask(endpoint, question, answer);
                    if (preferred.getAndSet(index) != index) {
                        log.warn("Schema registry {} answers, others do not: {}", endpoint, last.toString());
                    }
                    return value;
                } catch (IOException fault) {
                    log.debug("Schema registry {} failed", endpoint, fault);
                    last = fault;
                }
            }
        }
        throw new RegistryUnavailableException(
                "no schema registry answered at " + config.endpoints() + ": " + last, last);
    }

    private <T> T ask(Endpoint endpoint, RegistryRequest question, Class<T> answer) throws IOException {
        HttpResponse<byte[]> response = send(endpoint, question);
        int status = response.statusCode();
        if (status >= 500 || status == TOO_LATE || status == TOO_MANY) {
            throw new IOException("it answered " + status);
        }
        if (status < 200 || status >= 300) {
            throw RegistryAnswers.refusal(json, status, response.body());
        }
        try {
            return json.readValue(response.body(), answer);
        } catch (JacksonException notJson) {
            throw new IOException("its answer is not the JSON expected", notJson);
        }
    }

    private HttpResponse<byte[]> send(Endpoint endpoint, RegistryRequest question) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(
                request(endpoint, question), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            // The time-out of an HttpRequest ends with the headers; this one covers the body too.
            return pending.get(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new IOException("no complete answer within " + config.readTimeout(), e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            throw RegistryUnavailableException.interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        }
    }

    private HttpRequest request(Endpoint endpoint, RegistryRequest question) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint.resolve(question.path()))
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(question.method(), BodyPublishers.noBody());
        if (question.body() != null) {
            builder.header("Content-Type", MEDIA_TYPE)
                    .method(question.method(), BodyPublishers.ofByteArray(json.writeValueAsBytes(question.body())));
        }
        if (endpoint.authorisation() != null) {
            builder.header("Authorization", endpoint.authorisation());
        }
        return builder.build();
    }

    private void pauseBefore(int round) {
        if (round == 0) {
            return;
        }
        try {
            Thread.sleep(config.pauses().backoff(round - 1L));
        } catch (InterruptedException e) {
            throw RegistryUnavailableException.interrupted(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
