package scot.fort.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which stack is meant. */
final class StackOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "",
            description = "The data folder that the stack is known by; .fort of the project unless given.")
    private String data = "";

    Path folder() {
        return DataFolder.of(data);
    }
}
