package scot.fort.platform.messaging.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A server over real HTTP that answers as told, and misbehaves as told; it notes every request. */
public final class RegistryServer implements AutoCloseable {
    private static final String UNKNOWN = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Object> answers = new ConcurrentHashMap<>();
    private final Deque<Behaviour> next = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What one request asked. */
    public record Request(String line, @Nullable String authorisation, String body) {}

    /** What happens to one request. */
    @FunctionalInterface
    public interface Behaviour {
        void handle(HttpExchange exchange) throws IOException;
    }

    private RegistryServer(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    public static RegistryServer start() {
        return start(0);
    }

    public static RegistryServer start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            return start(server);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static RegistryServer start(HttpServer server) {
        RegistryServer registry = new RegistryServer(server);
        server.start();
        return registry;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** From now on, {@code line} ("GET /schemas/ids/1") is answered with this value as JSON; others are 40403. */
    public RegistryServer answering(String line, Object value) {
        answers.put(line, value);
        return this;
    }

    public RegistryServer withSchema(int id, String schema) {
        return answering("GET /schemas/ids/" + id, Map.of("schema", schema));
    }

    /** The coming requests meet these, one each. */
    public RegistryServer then(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
        return this;
    }

    public List<Request> requests() {
        return requests;
    }

    public static Behaviour status(int status) {
        return status(status, "");
    }

    public static Behaviour status(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    /** The connection ends without an answer. */
    public static Behaviour hangUp() {
        return HttpExchange::close;
    }

    /** The headers promise more than comes. */
    public static Behaviour truncated() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"sch".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** The headers come at once, the body not while this server lives. */
    public Behaviour stalled() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().flush();
            await(closed);
        };
    }

    /** Answers as usual, once the gate is open. */
    public Behaviour after(CountDownLatch gate) {
        return exchange -> {
            await(gate);
            usual(exchange);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(line(exchange), exchange.getRequestHeaders().getFirst("Authorization"), body));
        Behaviour behaviour = next.poll();
        if (behaviour == null) {
            usual(exchange);
        } else {
            behaviour.handle(exchange);
        }
    }

    private void usual(HttpExchange exchange) throws IOException {
        Object answer = answers.get(line(exchange));
        send(
                exchange,
                answer == null ? 404 : 200,
                answer == null ? UNKNOWN : JsonMapper.shared().writeValueAsString(answer));
    }

    private static String line(HttpExchange exchange) {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
