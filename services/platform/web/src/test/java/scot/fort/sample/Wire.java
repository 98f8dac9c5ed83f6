package scot.fort.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A connection on which bytes are sent as no polite client would send them. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PAUSE_MILLIS = 100;

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** All that comes back for these bytes until the service closes the connection. */
    static String answer(int port, String bytes) throws IOException {
        try (var wire = new Wire(port)) {
            return wire.send(bytes).rest();
        }
    }

    Wire send(String bytes) throws IOException {
        return send(bytes.getBytes(ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends no more, but still listens. */
    Wire hangUp() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** What comes until the service closes the connection, be it in the midst of what is sent. */
    String rest() throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            all.write("[reset]".getBytes(ISO_8859_1));
        }
        return all.toString(ISO_8859_1);
    }

    /** The next line that comes back while the same bytes are sent over and over, now and then. */
    String lineWhileSending(String bytes) throws IOException {
        socket.setSoTimeout(PAUSE_MILLIS);
        for (; ; ) {
            try {
                return line();
            } catch (SocketTimeoutException nothingYet) {
                send(bytes);
            }
        }
    }

    /** The next line that comes back. */
    String line() throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
