package scot.fort.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Follows the queue, and remembers when it was told of which referral. */
final class QueueFollower implements AutoCloseable {

    private static final String ID = "\"referralId\":\"";
    private static final int ID_LENGTH = 36;

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final QueueSample sample;
    private final Socket socket;

    /**
     * Begins to follow. In HTTP/1.0, where an answer is not cut into chunks, so that there is nothing to put together.
     *
     * @param token of somebody who sees every referral
     * @param sample is told of each
     */
    QueueFollower(int port, String token, QueueSample sample) throws IOException {
        this.sample = sample;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        String request =
                "GET /v1/queue/stream HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String status = lines.readLine();
        if (status == null || !status.contains(" 200")) {
            socket.close();
            throw new IllegalStateException("The queue cannot be followed: " + status);
        }
        Thread.ofPlatform().daemon().start(() -> read(lines));
    }

    private void read(BufferedReader lines) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int id = line.startsWith("data: ") ? line.indexOf(ID) : -1;
                if (id >= 0) {
                    int from = id + ID.length();
                    String referralId = line.substring(from, from + ID_LENGTH);
                    if (told.putIfAbsent(referralId, System.nanoTime()) == null) {
                        sample.told(referralId, line);
                    }
                }
            }
        } catch (IOException closed) {
            // The benchmark has seen enough.
        }
    }

    /** When each was told first, by its id. */
    Map<String, Long> told() {
        return told;
    }

    QueueSample sample() {
        return sample;
    }

    @Override
    public void close() throws IOException {
        sample.close();
        socket.close();
    }
}
