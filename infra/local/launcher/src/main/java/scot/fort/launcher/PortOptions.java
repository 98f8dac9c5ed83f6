package scot.fort.launcher;

import picocli.CommandLine.Option;
import scot.fort.local.PartFailure;

/** Where a stack listens. */
final class PortOptions {
    private static final int MAXIMUM = 38_000;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Raises every documented port by N, so that several stacks run side by side.")
    private int offset;

    @Option(names = "--free-ports", description = "Takes any free ports; ./fort status shows them.")
    private boolean free;

    StackPorts ports() {
        if (offset < 0 || offset > MAXIMUM) {
            throw new PartFailure("--port-offset must be between 0 and " + MAXIMUM + ".");
        }
        return free ? StackPorts.free() : StackPorts.defaults(offset);
    }
}
