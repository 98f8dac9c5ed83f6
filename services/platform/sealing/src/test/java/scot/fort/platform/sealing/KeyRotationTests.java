package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scot.fort.events.common.SealedContent;
import scot.fort.events.content.FreeText;

class KeyRotationTests {

    private static final String REFERRAL = "0199a000-0000-7000-8000-000000000001";
    private static final FreeText WORDS = new FreeText("Mum is afraid of him.");

    private final ContentCodec codec = new ContentCodec(ReleasedContents.onClassPath());
    private Path path;
    private KeyFile file;
    private KeyStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        path = folder.resolve("kek.json");
        file = KeyFile.at(path);
        file.generate();
        store = new KeyStore(KeyEncryptionKey.fromFile(path));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void opensTheSameContentAtEveryStepOfARotationAndAfterIt(@TempDir Path safe) throws IOException {
        var sealed = seal(store.keys());

        file.add();
        var notYetPromoted = keks();
        assertThat(open(sealed, store.keys(notYetPromoted))).isEqualTo(WORDS);
        file.promote();
        var promoted = keks();
        var later = seal(store.keys(promoted));
        assertThat(open(sealed, store.keys(promoted))).isEqualTo(WORDS);
        assertThat(open(later, store.keys(notYetPromoted))).isEqualTo(WORDS);
        store.rewrapping(promoted, Ticker.systemTicker()).round();
        assertThat(use()).isEqualTo(new KeyUse(0, 2));
        assertThat(open(sealed, store.keys(notYetPromoted))).isEqualTo(WORDS);
        file.retire(safe.resolve("retired.json"));

        assertThat(open(sealed, store.keys(keks()))).isEqualTo(WORDS);
        assertThat(open(later, store.keys(keks()))).isEqualTo(WORDS);
    }

    @Test
    void readsABackupOfTheStoreWithTheRetiredKeysBesideThePresentOne(@TempDir Path safe) throws IOException {
        var sealed = seal(store.keys());
        file.add();
        file.promote();
        file.retire(safe.resolve("retired.json"));

        assertThatThrownBy(() -> open(sealed, store.keys(keks()))).isInstanceOf(KeysUnavailableException.class);

        var retired = List.of(KeyEncryptionKey.fromFile(safe.resolve("retired.json")));
        var both = new KeyEncryptionKeys(KeyEncryptionKey.fromFile(path), retired);
        assertThat(open(sealed, store.keys(both))).isEqualTo(WORDS);
        store.rewrapping(both, Ticker.systemTicker()).round();
        assertThat(open(sealed, store.keys(keks()))).isEqualTo(WORDS);
    }

    @Test
    void neverWrapsBackWhatAPromotedInstanceHasWrapped() throws IOException {
        file.add();
        var notYetPromoted = store.rewrapping(keks(), Ticker.systemTicker());
        file.promote();
        store.keys(keks()).create(3);

        notYetPromoted.round();

        assertThat(notYetPromoted.outdated()).isZero();
        assertThat(store.commands("update")).isZero();
        assertThat(use()).isEqualTo(new KeyUse(0, 3));
    }

    @Test
    void leavesATombstoneThatIsWrittenMeanwhile() throws IOException {
        var keys = store.keys();
        var created = keys.create(2);
        file.add();
        file.promote();
        var between = new AtomicLong();
        Ticker erasing = () -> {
            if (between.getAndIncrement() == 1) {
                keys.destroy(created.getFirst().id());
            }
            return 0;
        };

        store.rewrapping(keks(), erasing).round();

        assertThat(store.keys(keks()).find(created.getFirst().id())).isInstanceOf(KeyState.Destroyed.class);
        assertThat(store.keys(keks()).find(created.getLast().id())).isInstanceOf(KeyState.Usable.class);
        assertThat(use()).isEqualTo(new KeyUse(0, 1));
    }

    @Test
    void goesOnInTheNextRoundWhenItsTimeIsUp() throws IOException {
        store.keys().create(250);
        file.add();
        file.promote();
        var now = new AtomicLong();
        var rewrapping = store.rewrapping(keks(), () -> now.getAndAdd(KeyRewrapping.LONGEST_ROUND.toNanos() / 110));
        assertThat(rewrapping.outdated()).isNaN();

        rewrapping.round();
        assertThat(rewrapping.outdated()).isBetween(100.0, 200.0);
        rewrapping.round();
        rewrapping.round();

        assertThat(rewrapping.outdated()).isZero();
        assertThat(use()).isEqualTo(new KeyUse(0, 250));
    }

    @Test
    void doesNoHarmWhenSeveralInstancesDoItAtOnce() throws Exception {
        var ids = store.keys().create(300).stream().map(DataKey::id).toList();
        file.add();
        file.promote();
        var promoted = keks();

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Void> instance = () -> {
                store.rewrapping(promoted, Ticker.systemTicker()).round();
                return null;
            };
            for (var result : threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(_ -> instance).toList())) {
                result.get();
            }
        }

        assertThat(use()).isEqualTo(new KeyUse(0, 300));
        assertThat(store.keys(promoted).find(ids).values()).allMatch(KeyState.Usable.class::isInstance);
    }

    @Test
    void passesByAKeyThatCannotBeUnwrappedAndKeepsCountingIt() throws IOException {
        var created = store.keys().create(3);
        store.documents()
                .updateOne(Filters.eq("_id", created.get(1).id()), Updates.set("wrapped", new Binary(new byte[] {1, 2, 3
                })));
        file.add();
        file.promote();
        var rewrapping = store.rewrapping(keks(), Ticker.systemTicker());

        rewrapping.round();
        rewrapping.round();

        assertThat(rewrapping.outdated()).isEqualTo(1);
        assertThat(use()).isEqualTo(new KeyUse(1, 2));
    }

    @Test
    void asksOnceARoundWhenNothingIsLeft() {
        store.keys().create(3);
        var rewrapping = store.rewrapping(keks(), Ticker.systemTicker());
        rewrapping.round();
        var before = store.commands();

        rewrapping.round();

        assertThat(store.commands()).isEqualTo(before + 1);
        assertThat(rewrapping.outdated()).isZero();
    }

    @Test
    void saysThatTheStoreIsAway() {
        store.stop();

        assertThatThrownBy(() -> store.rewrapping(keks(), Ticker.systemTicker()).round())
                .isInstanceOf(KeysUnavailableException.class);
    }

    private KeyEncryptionKeys keks() {
        return KeyEncryptionKeys.of(KeyEncryptionKey.fromFile(path));
    }

    private KeyUse use() throws IOException {
        return KeyUse.of(file.earlier(), file.inUse(), store.uri(), KeyStore.DATABASE);
    }

    private SealedContent seal(DataKeys keys) {
        return new Sealer(keys, codec).seal(keys.create(1).getFirst(), REFERRAL, WORDS);
    }

    private FreeText open(SealedContent sealed, DataKeys keys) {
        return new Opener(keys, codec)
                .open(sealed, REFERRAL, FreeText.class)
                .content()
                .orElseThrow();
    }
}
