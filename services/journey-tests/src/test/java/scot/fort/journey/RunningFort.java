package scot.fort.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import scot.fort.launcher.LocalStack;
import scot.fort.launcher.Service;
import scot.fort.launcher.StackPorts;
import scot.fort.local.Home;
import scot.fort.local.MongoStorage;

/**
 * The whole of FORT, with a directory of services, for all test classes that break nothing in it: started for the first of
 * them, stopped after the last.
 *
 * @param folder its data folder, with the logs and the keys
 */
record RunningFort(LocalStack stack, Path folder) implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(240);

    private static RunningFort start() {
        RunningFort fort = launched();
        try {
            fort.stack().awaitReady(READY);
            fort.people()
                    .call(People.COORDINATOR, Service.ALLOCATION, "/v1/directory")
                    .put(Files.readString(Home.find().resolve("infra/local/data/directory.json")))
                    .expect(200);
            return fort;
        } catch (IOException unreadable) {
            fort.stack().close();
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException | AssertionError failed) {
            fort.stack().close();
            throw failed;
        }
    }

    private static RunningFort launched() {
        try {
            Path folder = Files.createTempDirectory("fort-journey");
            return new RunningFort(LocalStack.start(folder, StackPorts.free(), MongoStorage.MEMORY), folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    People people() {
        return new People(stack);
    }

    @Override
    public void close() throws IOException {
        stack.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Gives it to those who ask for it. */
    static final class Given implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningFort.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningFort.class))
                    .computeIfAbsent(RunningFort.class, any -> start(), RunningFort.class);
        }
    }
}
