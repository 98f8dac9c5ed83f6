package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPoolTests {

    private static final int BATCH = 16;

    private KeyStore store;
    private KeyEncryptionKey kek;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        KeyEncryptionKey.generate(folder.resolve("kek.json"));
        kek = KeyEncryptionKey.fromFile(folder.resolve("kek.json"));
        store = new KeyStore(kek);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void handsNoKeyOutTwiceHoweverManyAsk() throws Exception {
        var pool = new KeyPool(store.keys(), BATCH, Thread::startVirtualThread);
        Callable<List<String>> taker =
                () -> Stream.generate(pool::take).limit(50).map(DataKey::id).toList();

        var taken = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<List<String>> result : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(_ -> taker).toList())) {
                taken.addAll(result.get());
            }
        }

        assertThat(taken).hasSize(64 * 50).doesNotHaveDuplicates();
        var stored = new HashSet<String>();
        store.documents().find().forEach(document -> stored.add(document.getString("_id")));
        assertThat(stored).containsAll(taken);
    }

    @Test
    void makesKeysAheadInOneWriteSoThatNobodyWaits() {
        var pool = new KeyPool(store.keys(), BATCH, Thread::startVirtualThread);
        await().until(() -> store.documents().countDocuments() == BATCH);

        Stream.generate(pool::take).limit(BATCH / 2).forEach(key -> assertThat(key.id())
                .isNotBlank());
        assertThat(store.commands("insert")).isEqualTo(1);

        pool.take();
        await().until(() -> store.documents().countDocuments() == 2 * BATCH);
        assertThat(store.commands("insert")).isEqualTo(2);
    }

    @Test
    void burnsAllKeysOfADoubtfulInsert() {
        var ids = new ArrayDeque<>(List.of("taken", "a", "b", "taken", "c", "d", "e", "f", "g"));
        var keys = store.keys(ids::remove, Ticker.systemTicker(), KeyEncryptionKeys.of(kek));
        keys.create(1);
        var pool = new KeyPool(keys, 4, background -> {});

        assertThatThrownBy(pool::take).isInstanceOf(KeysUnavailableException.class);

        var later = Stream.generate(pool::take).limit(4).map(DataKey::id).toList();
        assertThat(later).containsExactly("d", "e", "f", "g");
        assertThat(Set.of("a", "b")).allMatch(id -> keys.find(id) instanceof KeyState.Usable);
    }

    @Test
    void saysThatNoKeyCanBeHadWhileTheStoreIsAway() {
        store.stop();
        var pool = new KeyPool(store.keys(), BATCH, background -> {});

        assertThatThrownBy(pool::take).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void triesAgainAfterARefillAheadHasFailed() {
        var ids = new ArrayDeque<>(List.of("taken", "taken", "x", "a", "b"));
        var keys = store.keys(ids::remove, Ticker.systemTicker(), KeyEncryptionKeys.of(kek));
        keys.create(1);

        var pool = new KeyPool(keys, 2, Runnable::run);

        assertThat(pool.take().id()).isEqualTo("a");
    }
}
