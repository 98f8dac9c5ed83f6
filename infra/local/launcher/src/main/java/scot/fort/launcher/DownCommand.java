package scot.fort.launcher;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import scot.fort.local.Part;

/** Stops a stack, services first. Its data stay. */
@Command(name = "down", description = "Stop the stack; its data stay.", sortOptions = false)
final class DownCommand implements Callable<Integer> {
    @Mixin
    private StackOptions which = new StackOptions();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        LocalStack fort = LocalStack.attach(which.folder());
        long running = fort.parts().stream().filter(Part::isAlive).count();
        if (running == 0) {
            out.println("Nothing runs in " + which.folder() + ".");
            return 0;
        }
        out.println("Stopping " + running + " parts ...");
        long begun = System.nanoTime();
        fort.close();
        out.printf(Locale.ROOT, "Everything has stopped after %.1f s.%n", (System.nanoTime() - begun) / 1e9);
        return 0;
    }
}
