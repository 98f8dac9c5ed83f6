package scot.fort.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scot.fort.events.EventCatalogue;
import scot.fort.events.release.Releases;
import scot.fort.local.Home;
import scot.fort.local.PartFailure;
import scot.fort.platform.messaging.registry.EventSubjects;
import scot.fort.platform.messaging.registry.SchemaRegistryClient;

/** What a deployment does with the schemas of the events; each step prints a line per problem and then ends with 1. */
@Command(
        name = "schemas",
        description = "Register the schemas of all events, check them against a registry, or keep copies of a release.",
        sortOptions = false)
final class SchemasCommand {
    private static final int PROBLEMS = 1;

    /** Which registry is meant. */
    static final class RegistryOptions {
        @Mixin
        private StackOptions which = new StackOptions();

        @Option(
                names = "--registry",
                paramLabel = "URL",
                defaultValue = "${env:FORT_SCHEMA_REGISTRY_URL:-}",
                description =
                        "Base of the registry's Confluent API; FORT_SCHEMA_REGISTRY_URL, or that of the stack, unless given.")
        private String registry = "";

        @Option(
                names = "--prefix",
                paramLabel = "PREFIX",
                defaultValue = "fort",
                description = "First part of every topic's name; fort unless given.")
        private String prefix = "";

        String url() {
            return registry.isEmpty()
                    ? LocalStack.attach(which.folder()).addresses().registryUrl()
                    : registry;
        }
    }

    @Command(description = "Register every event under its subject, with compatibility FULL_TRANSITIVE.")
    int register(@Mixin RegistryOptions where) {
        return inRegistry(where, EventSubjects::register, "are registered in");
    }

    @Command(description = "Ask the registry whether every event could follow all versions of its subject.")
    int check(@Mixin RegistryOptions where) {
        return inRegistry(where, EventSubjects::check, "can follow what is in");
    }

    @Command(description = "Keep copies of all schemas as a new release, which every later schema is held to.")
    int release(
            @Parameters(paramLabel = "VERSION", description = "Such as 0.1.0.") String version,
            @Option(
                            names = "--to",
                            paramLabel = "DIR",
                            defaultValue = "",
                            description = "Folder of all releases; schemas/released of the project unless given.")
                    String folder) {
        Path releases = folder.isEmpty() ? Home.find().resolve("schemas").resolve("released") : Path.of(folder);
        return told(
                Releases.in(releases).release(version, EventCatalogue.toldAndContents()),
                "Release " + version + " is kept in " + releases.resolve(version));
    }

    private static int inRegistry(
            RegistryOptions where, Function<EventSubjects, List<String>> step, String whatEventsDo) {
        String url = where.url();
        try (SchemaRegistryClient registry = SchemaRegistryClient.from(Map.of("schema.registry.url", url))) {
            return told(
                    step.apply(new EventSubjects(registry, where.prefix)),
                    "%d events %s %s".formatted(EventCatalogue.told().size(), whatEventsDo, url));
        } catch (KafkaException refused) {
            throw new PartFailure(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static int told(List<String> problems, String done) {
        if (problems.isEmpty()) {
            System.out.println(done);
            return 0;
        }
        problems.forEach(System.out::println);
        return PROBLEMS;
    }
}
