package scot.fort.platform.sealing;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.kms.AWSKMS;
import com.amazonaws.services.kms.AWSKMSClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.integration.awskms.AwsKmsAead;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of a key management service as Tink's own client asks for, over HTTP on this machine. */
final class LocalKms implements AutoCloseable {

    static final String URI = "aws-kms://arn:aws:kms:eu-west-2:000000000000:key/0199a000-0000-7000-8000-00000000000a";

    private static final int BRIEFLY = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AWSKMS sdk;
    private final Aead key;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;

    LocalKms() throws IOException, GeneralSecurityException {
        key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        sdk = AWSKMSClientBuilder.standard()
                .withEndpointConfiguration(new EndpointConfiguration(
                        "http://127.0.0.1:" + server.getAddress().getPort(), "eu-west-2"))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("id", "word")))
                .withClientConfiguration(new ClientConfiguration()
                        .withConnectionTimeout(BRIEFLY)
                        .withSocketTimeout(BRIEFLY)
                        .withMaxErrorRetry(0))
                .build();
    }

    /** Tink's own AEAD, as its client would make it for the real service. */
    KmsClient client() {
        return new KmsClient() {
            @Override
            public boolean doesSupport(String uri) {
                return uri.startsWith("aws-kms://");
            }

            @Override
            public KmsClient withCredentials(String path) {
                return this;
            }

            @Override
            public KmsClient withDefaultCredentials() {
                return this;
            }

            @Override
            public Aead getAead(String uri) {
                return new AwsKmsAead(sdk, uri.substring("aws-kms://".length()));
            }
        };
    }

    long calls(String operation) {
        return calls.stream().filter(operation::equals).count();
    }

    void refuse() {
        refuses = true;
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        sdk.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String operation = target.substring(target.indexOf('.') + 1);
            calls.add(operation);
            if (refuses) {
                send(exchange, 400, "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}");
                return;
            }
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            byte[] context = request.path("EncryptionContext").toString().getBytes(StandardCharsets.UTF_8);
            boolean encrypts = operation.equals("Encrypt");
            byte[] input = Base64.getDecoder()
                    .decode(request.get(encrypts ? "Plaintext" : "CiphertextBlob")
                            .asText());
            byte[] output = encrypts ? key.encrypt(input, context) : key.decrypt(input, context);
            send(
                    exchange,
                    200,
                    "{\"KeyId\": \"%s\", \"%s\": \"%s\"}"
                            .formatted(
                                    URI.substring("aws-kms://".length()),
                                    encrypts ? "CiphertextBlob" : "Plaintext",
                                    Base64.getEncoder().encodeToString(output)));
        } catch (GeneralSecurityException altered) {
            send(exchange, 400, "{\"__type\": \"InvalidCiphertextException\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
