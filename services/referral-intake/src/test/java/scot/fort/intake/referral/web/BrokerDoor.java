package scot.fort.intake.referral.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The way to a broker that is away at first: whoever asks there for the broker waits, until it is opened. Then it leads to
 * the real one, which tells its own address to those who come in.
 */
final class BrokerDoor implements AutoCloseable {

    private final ServerSocket door;
    private final String host;
    private final int port;

    private BrokerDoor(ServerSocket door, String host, int port) {
        this.door = door;
        this.host = host;
        this.port = port;
    }

    /** @param broker host and port of the real one */
    static BrokerDoor shutBefore(String broker) throws IOException {
        String[] parts = broker.split(":");
        return new BrokerDoor(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), parts[0], Integer.parseInt(parts[1]));
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    void open() {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    lead(door.accept());
                }
            } catch (IOException closed) {
                return;
            }
        });
    }

    private void lead(Socket client) throws IOException {
        Socket broker = new Socket(host, port);
        Thread.ofVirtual().start(() -> copy(client, broker));
        Thread.ofVirtual().start(() -> copy(broker, client));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
