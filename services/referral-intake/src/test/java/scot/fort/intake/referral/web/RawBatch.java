package scot.fort.intake.referral.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A batch over a bare socket, so that a test says when what is sent and when what is read. */
final class RawBatch implements AutoCloseable {

    private static final int SMALL_BUFFER = 4 * 1024;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;
    private boolean begun;
    private int leftOfChunk;

    RawBatch(int port, String token, Duration patience) throws IOException {
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        write(String.join(
                "\r\n",
                "POST /v1/referrals/batch HTTP/1.1",
                "Host: 127.0.0.1",
                "Authorization: Bearer " + token,
                "Content-Type: application/x-ndjson",
                "Transfer-Encoding: chunked",
                "",
                ""));
    }

    /** Sends some of the body. */
    void send(String part) throws IOException {
        write(Integer.toHexString(part.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + part + "\r\n");
    }

    /** Says that the body is complete. */
    void end() throws IOException {
        write("0\r\n\r\n");
    }

    /** The next line of the answer; an empty one at its end. */
    String readAnswer() throws IOException {
        if (!begun) {
            begun = true;
            for (String head = readLine(); !head.isEmpty(); ) {
                head = readLine();
            }
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = readBody(); next >= 0 && next != '\n'; next = readBody()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int readBody() throws IOException {
        if (leftOfChunk == 0) {
            String size = readLine();
            leftOfChunk = Integer.parseInt(size.isEmpty() ? readLine() : size, 16);
            if (leftOfChunk == 0) {
                return -1;
            }
        }
        leftOfChunk--;
        return readByte();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = readByte(); next != '\n'; next = readByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private int readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("The answer was cut off");
        }
        return next;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
