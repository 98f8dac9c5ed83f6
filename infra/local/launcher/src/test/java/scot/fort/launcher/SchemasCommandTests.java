package scot.fort.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import scot.fort.events.EventCatalogue;
import scot.fort.local.MongoStorage;
import scot.fort.local.Ports;
import scot.fort.local.Stack;
import scot.fort.platform.messaging.registry.SchemaRegistryClient;

@ExtendWith(OutputCaptureExtension.class)
class SchemasCommandTests {

    @TempDir
    private static Path folder;

    private static Stack stack;
    private static String registry;

    @BeforeAll
    static void start() {
        stack = Stack.start(folder.resolve("stack"), Ports.free(), MongoStorage.MEMORY);
        stack.registry().awaitReady(Duration.ofSeconds(90));
        registry = stack.addresses().registryUrl();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void registersEveryEventSoThatTheCheckIsClean(CapturedOutput output) {
        assertThat(schemas("register", "--registry", registry, "--prefix", "clean"))
                .isZero();
        assertThat(schemas("check", "--registry", registry, "--prefix", "clean"))
                .isZero();

        int told = EventCatalogue.told().size();
        assertThat(output.getOut().lines())
                .containsExactly(
                        told + " events are registered in " + registry,
                        told + " events can follow what is in " + registry);
    }

    @Test
    void endsWithOneAndALineForWhatCannotFollow(CapturedOutput output) {
        String subject = "broken.access.v1-scot.fort.events.access.RecordAccessed";
        try (SchemaRegistryClient client = SchemaRegistryClient.from(Map.of("schema.registry.url", registry))) {
            client.register(subject, new Schema.Parser().parse("""
                    {"type": "record", "name": "RecordAccessed", "namespace": "scot.fort.events.access", "fields": [
                      {"name": "child", "type": "string"}]}"""));
        }

        assertThat(schemas("register", "--registry", registry, "--prefix", "broken"))
                .isEqualTo(1);
        assertThat(schemas("check", "--registry", registry, "--prefix", "broken"))
                .isEqualTo(1);

        assertThat(output.getOut().lines()).isNotEmpty().allMatch(line -> line.startsWith(subject + ": "));
    }

    @Test
    void saysInOneLineThatNoRegistryAnswers(CapturedOutput output) {
        String nowhere = "http://127.0.0.1:" + Ports.anyFree(new HashSet<>());

        assertThat(schemas("check", "--registry", nowhere)).isEqualTo(1);

        assertThat(output.getErr().lines()).singleElement().asString().startsWith("fort: ");
    }

    @Test
    void keepsCopiesOfAReleaseOnce(CapturedOutput output) {
        String releases = folder.resolve("released").toString();

        assertThat(schemas("release", "0.1.0", "--to", releases)).isZero();
        assertThat(schemas("release", "0.1.0", "--to", releases)).isEqualTo(1);

        assertThat(Path.of(releases, "0.1.0", "intake", "ReferralReceived.avsc"))
                .exists();
        assertThat(Path.of(releases, "0.1.0", "content", "FreeText.avsc")).exists();
        assertThat(output.getOut()).contains("0.1.0 has been released already, and is frozen");
    }

    private static int schemas(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "schemas";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Fort.commands().execute(all);
    }
}
