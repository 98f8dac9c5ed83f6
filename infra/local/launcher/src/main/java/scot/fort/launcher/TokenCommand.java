package scot.fort.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a token and nothing else, for use in a shell: {@code curl -H "Authorization: Bearer $(./fort token auditor)"}. */
@Command(name = "token", description = "Print a token for a client, such as school-rosebank.", sortOptions = false)
final class TokenCommand implements Callable<Integer> {
    @Mixin
    private StackOptions which = new StackOptions();

    @Parameters(paramLabel = "CLIENT")
    private String client = "";

    @Override
    public Integer call() {
        System.out.println(LocalStack.attach(which.folder()).token(client));
        return 0;
    }
}
