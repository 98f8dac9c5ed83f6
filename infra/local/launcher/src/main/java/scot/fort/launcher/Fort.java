package scot.fort.launcher;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import scot.fort.local.PartFailure;

/** The commands of {@code ./fort}; the shell script of that name finds a JDK, builds, and calls this. */
@Command(
        name = "./fort",
        description = "FORT on one machine, without Docker.",
        sortOptions = false,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            SchemasCommand.class,
            KeysCommand.class,
            PrepareCommand.class,
            HelpCommand.class
        })
final class Fort {
    private static final int FAILED = 1;

    private Fort() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "launcher-logging.xml");
        System.exit(commands().execute(args));
    }

    static CommandLine commands() {
        return new CommandLine(new Fort())
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
                .setParameterExceptionHandler((wrong, _) -> {
                    System.err.println("fort: " + wrong.getMessage() + "; see ./fort help");
                    return CommandLine.ExitCode.USAGE;
                });
    }

    /** What a person can do something about is one line; a defect of ours shows where it is. */
    private static int failed(Exception failure) {
        if (CtrlC.pressed()) {
            return FAILED;
        }
        if (failure instanceof PartFailure || failure instanceof UncheckedIOException) {
            System.err.println("fort: " + failure.getMessage());
        } else {
            failure.printStackTrace(System.err);
        }
        return FAILED;
    }
}
