package scot.fort.launcher;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import scot.fort.local.Ports;
import scot.fort.local.Stack;

/**
 * The loopback ports of a whole stack. A service shows its health and figures on its own port plus 1000.
 *
 * @param parts those of the backing parts
 * @param services those of the services
 */
public record StackPorts(Ports parts, Map<Service, Integer> services) {
    private static final int MANAGEMENT = 1000;

    public StackPorts {
        services = Map.copyOf(services);
    }

    /** The documented ports, each raised by the same number so that stacks can live side by side. */
    public static StackPorts defaults(int offset) {
        return new StackPorts(Ports.defaults(offset), each(service -> service.defaultPort() + offset));
    }

    /** Ports that nobody listens on now. */
    public static StackPorts free() {
        Ports parts = Ports.free();
        Set<Integer> taken = new HashSet<>(List.of(
                parts.kafka(),
                parts.kafkaController(),
                parts.registry(),
                parts.registryManagement(),
                parts.mongodb(),
                parts.smtp(),
                parts.imap()));
        return new StackPorts(parts, each(_ -> freePair(taken)));
    }

    static int management(int port) {
        return port + MANAGEMENT;
    }

    static StackPorts read(Stack stack) {
        return new StackPorts(
                stack.ports(),
                each(service -> Integer.parseInt(stack.note(note(service)).orElseThrow())));
    }

    void writeTo(Stack stack) {
        services.forEach((service, port) -> stack.note(note(service), Integer.toString(port)));
    }

    int of(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    void requireFree(Service service) {
        Ports.requireFree(service.part(), of(service));
        Ports.requireFree(service.part(), management(of(service)));
    }

    private static String note(Service service) {
        return "port." + service.part();
    }

    private static int freePair(Set<Integer> taken) {
        while (true) {
            int port = Ports.anyFree(taken);
            if (taken.add(management(port)) && Ports.take(management(port))) {
                return port;
            }
        }
    }

    private static Map<Service, Integer> each(ToIntFunction<Service> port) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        Service.all().forEach(service -> ports.put(service, port.applyAsInt(service)));
        return ports;
    }
}
