package scot.fort.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import scot.fort.platform.sealing.KeyFile;

@ExtendWith(OutputCaptureExtension.class)
class KeysCommandTests {

    @TempDir
    private Path folder;

    private String file;
    private String retired;

    @BeforeEach
    void name() {
        file = folder.resolve("kek.json").toString();
        retired = folder.resolve("retired.json").toString();
    }

    @Test
    void goesFromOneKeyToTheNextInFourSteps() throws IOException {
        assertThat(keys("generate", file)).isZero();
        assertThat(keys("add", file)).isZero();
        assertThat(keys("promote", file)).isZero();

        try (Store store = new Store()) {
            store.wrappedBy(KeyFile.at(Path.of(file)).inUse());
            assertThat(retire(store)).isZero();
        }

        assertThat(KeyFile.at(Path.of(file)).earlier()).isEmpty();
        assertThat(Path.of(retired)).exists();
    }

    @Test
    void retiresNoKeyThatSomethingIsWrappedBy(CapturedOutput output) throws IOException {
        keys("generate", file);
        String first = KeyFile.at(Path.of(file)).inUse();
        keys("add", file);
        keys("promote", file);

        try (Store store = new Store()) {
            assertThat(retire(store)).isEqualTo(1);
            store.wrappedBy(first);
            assertThat(retire(store)).isEqualTo(1);
        }

        assertThat(output.getErr().lines())
                .containsExactly(
                        "fort: No data key in fort_keys is wrapped by the key in use: this may be the wrong store; nothing was changed",
                        "fort: An earlier key still wraps data keys in fort_keys: 1. Nothing was changed");
        assertThat(KeyFile.at(Path.of(file)).earlier()).containsExactly(first);
    }

    @Test
    void retiresNothingWhileTheStoreCannotBeRead(CapturedOutput output) {
        keys("generate", file);
        keys("add", file);
        keys("promote", file);

        assertThat(keys("retire", file, "--into", retired, "--mongodb-uri", "http://127.0.0.1"))
                .isEqualTo(1);

        assertThat(output.getErr().lines()).containsExactly("fort: The store of data keys in fort_keys cannot be read");
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFile(CapturedOutput output) throws IOException {
        assertThat(keys("add", file)).isEqualTo(1);
        keys("generate", file);
        assertThat(keys("generate", file)).isEqualTo(1);
        assertThat(keys("promote", file)).isEqualTo(1);
        assertThat(keys("retire", file, "--into", retired, "--mongodb-uri", "mongodb://127.0.0.1:1"))
                .isEqualTo(1);
        Files.writeString(Path.of(file), "{\"key\": \"secret\"}");
        assertThat(keys("add", file)).isEqualTo(1);

        assertThat(output.getErr().lines())
                .containsExactly(
                        "fort: There is no file or folder for " + file,
                        "fort: " + file + " exists already, and stays as it is",
                        "fort: The newest key of " + file + " is in use already; add one first",
                        "fort: " + file + " holds no key that has been followed by another",
                        "fort: The file " + file + " holds no usable key-encryption key");
    }

    @Test
    void saysHowEachStepIsTaken(CapturedOutput output) {
        assertThat(keys("--help")).isZero();
        assertThat(keys("retire", "--help")).isZero();

        assertThat(output.getOut()).contains("generate", "promote", "--into=FILE", "FORT_MONGODB_URI");
    }

    private int retire(Store store) {
        return keys("retire", file, "--into", retired, "--mongodb-uri", store.uri());
    }

    private static int keys(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "keys";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Fort.commands().execute(all);
    }

    private static final class Store implements AutoCloseable {
        private final MongoServer server = new MongoServer(new MemoryBackend());
        private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());

        String uri() {
            return server.getConnectionString();
        }

        void wrappedBy(String kekId) {
            MongoCollection<Document> keys = client.getDatabase("fort_keys").getCollection("keys");
            keys.insertOne(new Document("_id", kekId).append("kekId", kekId));
        }

        @Override
        public void close() {
            client.close();
            server.shutdown();
        }
    }
}
