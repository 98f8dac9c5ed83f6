package scot.fort.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The last step of {@code ./fort build}. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Preparation.run(System.out);
        return 0;
    }
}
