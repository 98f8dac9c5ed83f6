package scot.fort.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run one part: everything that must stay the same over its restarts.
 *
 * @param ports every port it listens on, the one that others connect to first
 * @param environment added to the environment of the process that starts it
 * @param folder its data and working folder, made when missing
 * @param log where its output goes
 */
public record PartDefinition(
        String name,
        List<Integer> ports,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path log,
        Readiness readiness) {

    public PartDefinition {
        ports = List.copyOf(ports);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
