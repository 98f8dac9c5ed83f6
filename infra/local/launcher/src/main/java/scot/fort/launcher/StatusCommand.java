package scot.fort.launcher;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what runs and where it is reached. */
@Command(
        name = "status",
        description = "Show what runs, and where; ends with 0 when all is ready.",
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_READY = 1;

    @Mixin
    private StackOptions which = new StackOptions();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Overview overview = Overview.of(LocalStack.attach(which.folder()));
        out.println("FORT in " + which.folder());
        overview.print(out);
        return overview.allReady() ? 0 : NOT_READY;
    }
}
