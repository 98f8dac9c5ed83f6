package scot.fort.launcher;

import picocli.CommandLine.Option;

/** Where a stack listens. */
final class PortOptions {
    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Raises every documented port by N, so that several stacks run side by side.")
    private int offset;

    @Option(names = "--free-ports", description = "Takes any free ports; ./fort status shows them.")
    private boolean free;

    StackPorts ports() {
        return free ? StackPorts.free() : StackPorts.defaults(offset);
    }
}
