package scot.fort.journey.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line between one client and one instance, for one request; it breaks where it is told to. */
final class CutLine implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int ONE = 1;
    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket entrance;
    private final int instance;
    private final Cut cut;

    private CutLine(ServerSocket entrance, int instance, Cut cut) {
        this.entrance = entrance;
        this.instance = instance;
        this.cut = cut;
    }

    /** @param instance the port on which the instance listens */
    static CutLine to(int instance, Cut cut) {
        try {
            CutLine line = new CutLine(new ServerSocket(0, ONE, loopback()), instance, cut);
            Thread.startVirtualThread(line::carry);
            return line;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Where the client connects to. */
    String url() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void carry() {
        try (Socket client = entrance.accept()) {
            entrance.close();
            byte[] request = request(client.getInputStream());
            if (cut != Cut.BEFORE_REQUEST) {
                carry(request, client.getOutputStream());
            }
        } catch (IOException broken) {
            // The client hears of it: its end of the line is closed.
        }
    }

    private void carry(byte[] request, OutputStream client) throws IOException {
        try (Socket service = new Socket(loopback(), instance)) {
            service.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = service.getOutputStream();
            InputStream in = service.getInputStream();
            out.write(
                    request, 0, cut == Cut.WITHIN_REQUEST ? request.length - bodyLength(request) / 2 : request.length);
            switch (cut) {
                case BEFORE_REQUEST, WITHIN_REQUEST, AFTER_REQUEST -> {}
                case BEFORE_ANSWER -> in.read();
                case WITHIN_ANSWER -> {
                    byte[] answer = in.readAllBytes();
                    client.write(answer, 0, answer.length / 2);
                }
                case NOWHERE -> client.write(in.readAllBytes());
            }
        }
    }

    /** The whole request, changed so that the instance closes the line when it has answered. */
    private static byte[] request(InputStream client) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!text(read).contains(END_OF_HEAD)) {
            read.write(nextByte(client));
        }
        String head = text(read).replaceFirst("\r\n", "\r\nConnection: close\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.getBytes(StandardCharsets.ISO_8859_1));
        request.write(client.readNBytes(contentLength(head)));
        return request.toByteArray();
    }

    private static int nextByte(InputStream client) throws IOException {
        int next = client.read();
        if (next < 0) {
            throw new IOException("The client has gone.");
        }
        return next;
    }

    private static int bodyLength(byte[] request) {
        return contentLength(new String(request, StandardCharsets.ISO_8859_1));
    }

    private static int contentLength(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }
}
