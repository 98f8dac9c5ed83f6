package scot.fort.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection that carries one request after the other (HTTP/1.1, kept alive until the server closes it, then opened anew),
 * and looks at no more of an answer than its status and length: the load shares its processors with what it measures, so it
 * has to be light.
 */
final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String LENGTH = "content-length:";
    private static final String LOCATION = "location:";
    private static final String CLOSES = "connection: close";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final int port;
    private final StringBuilder line = new StringBuilder();
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;
    private String location = "";

    /** @param port on the loopback interface */
    Connection(int port) throws IOException {
        this.port = port;
        socket = open(port);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** Sends a whole request and reads the whole answer; gives its status. */
    int send(byte[] request) throws IOException {
        if (closing) {
            socket.close();
            socket = open(port);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }
        out.write(request);
        int status = Integer.parseInt(readLine().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        closing = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(LENGTH)) {
                length = Long.parseLong(name.substring(LENGTH.length()).strip());
            }
            if (name.startsWith(LOCATION)) {
                location = header.substring(LOCATION.length()).strip();
            }
            chunked |= name.equals(CHUNKED);
            closing |= name.equals(CLOSES);
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    /** Where the last answer that said so said that what was sent is. */
    String location() {
        return location;
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(readLine().strip(), 16);
            in.skipNBytes(size);
            readLine();
        } while (size > 0);
    }

    private String readLine() throws IOException {
        line.setLength(0);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed within an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
