package scot.fort.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The loopback ports of a stack.
 *
 * @param kafkaController what Kafka talks to itself on
 * @param registryManagement where the registry answers health checks
 */
public record Ports(
        int kafka, int kafkaController, int registry, int registryManagement, int mongodb, int smtp, int imap) {

    /** The documented ports, each raised by the same number so that stacks can live side by side. */
    public static Ports defaults(int offset) {
        return new Ports(
                9092 + offset,
                9093 + offset,
                8090 + offset,
                9190 + offset,
                27017 + offset,
                3025 + offset,
                3143 + offset);
    }

    static Ports read(Records records) {
        return new Ports(
                records.requireNumber("port.kafka"),
                records.requireNumber("port.kafka-controller"),
                records.requireNumber("port.registry"),
                records.requireNumber("port.registry-management"),
                records.requireNumber("port.mongodb"),
                records.requireNumber("port.smtp"),
                records.requireNumber("port.imap"));
    }

    void writeTo(Records records) {
        records.put("port.kafka", kafka);
        records.put("port.kafka-controller", kafkaController);
        records.put("port.registry", registry);
        records.put("port.registry-management", registryManagement);
        records.put("port.mongodb", mongodb);
        records.put("port.smtp", smtp);
        records.put("port.imap", imap);
    }

    public static Ports free() {
        Set<Integer> taken = new HashSet<>();
        return new Ports(
                anyFree(taken),
                anyFree(taken),
                anyFree(taken),
                anyFree(taken),
                anyFree(taken),
                anyFree(taken),
                anyFree(taken));
    }

    /** A port nobody listens on, below the range from which the kernel picks outgoing ports: those could take it meanwhile. */
    public static int anyFree(Set<Integer> taken) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 30_000);
            if (taken.add(port) && take(port)) {
                return port;
            }
        }
    }

    /** True when nobody listens there and no other process of ours has chosen it; from now on it is this process's. */
    public static boolean take(int port) {
        return isFree(port) && PortLocks.hold(port);
    }

    /** A port that somebody listens on is a {@link PartFailure} that names the part which needs it. */
    public static void requireFree(String part, int port) {
        if (!isFree(port)) {
            throw new PartFailure("Port " + port + ", which " + part
                    + " needs, is taken by another process; free it or choose other ports.");
        }
    }

    static boolean isListening(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
