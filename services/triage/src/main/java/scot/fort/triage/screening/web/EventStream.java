package scot.fort.triage.screening.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** An answer of server-sent events, as HTML's living standard has them; written by one thread. */
final class EventStream {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final OutputStream out;
    private final JsonMapper json;

    private EventStream(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    /** Begins the answer; what stands between is asked not to hold it back. */
    static EventStream open(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("X-Accel-Buffering", "no");
        EventStream stream = new EventStream(response.getOutputStream(), json);
        stream.write("retry: " + RETRY_AFTER.toMillis() + "\n\n");
        stream.flush();
        return stream;
    }

    void send(String event, EventId id, Object data) throws IOException {
        write("event: " + event + "\nid: " + id.text() + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    /** No event to a client, but where to resume. */
    void heartbeat(EventId id) throws IOException {
        write(":\nid: " + id.text() + "\n\n");
        flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
