package scot.fort.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that refuses every recipient. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final String reply;
    private final Thread thread;

    /** @param reply to {@code RCPT}, such as {@code 550 no such user} */
    RefusingMailServer(int port, String reply) {
        this.reply = reply;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        thread = Thread.startVirtualThread(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                converse(in, out);
            } catch (IOException gone) {
                // the client has hung up, or the server is closed
            }
        }
    }

    private void converse(BufferedReader in, PrintWriter out) throws IOException {
        out.print("220 ready\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.print((line.startsWith("RCPT") ? reply : "250 well") + "\r\n");
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            thread.join();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
