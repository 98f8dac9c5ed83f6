package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scot.fort.events.common.SealedContent;
import scot.fort.events.content.FreeText;

class SealingTests {

    private static final String REFERRAL = "0199a000-0000-7000-8000-000000000001";
    private static final String SECRET = "Mum is afraid of him.";

    private KeyStore store;
    private KeyEncryptionKey kek;
    private DataKeys keys;
    private Sealer sealer;
    private Opener opener;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        var file = folder.resolve("kek.json");
        KeyEncryptionKey.generate(file);
        kek = KeyEncryptionKey.fromFile(file);
        store = new KeyStore(kek);
        keys = store.keys();
        var codec = new ContentCodec(ReleasedContents.onClassPath());
        sealer = new Sealer(keys, codec);
        opener = new Opener(keys, codec);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void opensWhatWasSealedForTheSameReferral() {
        var first = sealer.seal(key(), REFERRAL, new FreeText(SECRET));
        var second = sealer.seal(first.getKeyId(), REFERRAL, new FreeText("more"));

        assertThat(opener.open(first, REFERRAL, FreeText.class).content()).hasValue(new FreeText(SECRET));
        assertThat(opener.open(second, REFERRAL, FreeText.class).content()).hasValue(new FreeText("more"));
    }

    @Test
    void keepsTheContentOutOfWhatIsStored() {
        var sealed = sealer.seal(key(), REFERRAL, new FreeText(SECRET));

        assertThat(new String(bytes(sealed), StandardCharsets.ISO_8859_1)).doesNotContain("afraid");
        assertThat(store.documents().find().first()).containsOnlyKeys("_id", "wrapped", "kekId", "createdAt");
    }

    @Test
    void refusesContentOfAnotherReferral() {
        var sealed = sealer.seal(key(), REFERRAL, new FreeText(SECRET));

        assertThatThrownBy(() -> opener.open(sealed, UUID.randomUUID().toString(), FreeText.class))
                .isInstanceOf(BrokenSealException.class)
                .hasNoCause();
    }

    @Test
    void noticesEveryAlteredByte() {
        var sealed = sealer.seal(key(), REFERRAL, new FreeText(SECRET));
        var original = bytes(sealed);

        for (int index = 0; index < original.length; index++) {
            var altered = original.clone();
            altered[index] ^= 1;
            var forged = new SealedContent(sealed.getKeyId(), ByteBuffer.wrap(altered));
            assertThatThrownBy(() -> opener.open(forged, REFERRAL, FreeText.class))
                    .isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void saysDestroyedOnceTheKeyIsDestroyedAndSealsNoMore() {
        var sealed = sealer.seal(key(), REFERRAL, new FreeText(SECRET));

        keys.destroy(sealed.getKeyId());
        keys.destroy(sealed.getKeyId());

        assertThat(opener.open(sealed, REFERRAL, FreeText.class)).isEqualTo(new Opened.Destroyed<FreeText>());
        assertThat(store.documents().find().first()).containsOnlyKeys("_id", "destroyedAt");
        assertThatThrownBy(() -> sealer.seal(sealed.getKeyId(), REFERRAL, new FreeText("more")))
                .isInstanceOf(KeyDestroyedException.class);
    }

    @Test
    void keepsAKeyDestroyedThatIsDestroyedBeforeItIsRestored() {
        keys.destroy("restored-later");

        assertThat(keys.find("restored-later")).isInstanceOf(KeyState.Destroyed.class);
    }

    @Test
    void destroysAgainWhatARestoreBroughtBackAndOnlyThat() {
        var sealed = sealer.seal(key(), REFERRAL, new FreeText(SECRET));
        var kept = sealer.seal(key(), REFERRAL, new FreeText(SECRET));
        var backup =
                store.documents().find(Filters.eq("_id", sealed.getKeyId())).first();
        keys.destroy(sealed.getKeyId());
        var erased = List.of(sealed.getKeyId(), "never-restored");
        assertThat(keys.destroyAgain(erased)).isEqualTo(1);

        store.documents().replaceOne(Filters.eq("_id", sealed.getKeyId()), backup);

        assertThat(keys.destroyAgain(erased)).isEqualTo(1);
        assertThat(store.keys().find(erased).values()).allMatch(KeyState.Destroyed.class::isInstance);
        assertThat(opener.open(kept, REFERRAL, FreeText.class).content()).isPresent();
    }

    @Test
    void asksOnceForManyErasuresThatStillHold() {
        var erased = IntStream.range(0, 300).mapToObj(number -> "key-" + number).toList();
        erased.forEach(keys::destroy);

        assertThat(keys.destroyAgain(erased)).isZero();

        assertThat(store.commands("find")).isEqualTo(1);
        assertThat(store.commands("update")).isEqualTo(300);
    }

    @Test
    void takesAMissingKeyForAFaultAndNeverForAnErasure() {
        var sealed = new SealedContent("nowhere", ByteBuffer.allocate(64));

        assertThatThrownBy(() -> opener.open(sealed, REFERRAL, FreeText.class))
                .isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void takesAnUnreachableStoreForAFault() {
        var sealed = sealer.seal(key(), REFERRAL, new FreeText(SECRET));
        store.stop();

        assertThatThrownBy(() -> opener.open(sealed, REFERRAL, FreeText.class))
                .isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void takesAForeignKeyEncryptionKeyForAFault(@TempDir Path folder) throws IOException {
        var sealed = sealer.seal(key(), REFERRAL, new FreeText(SECRET));
        KeyEncryptionKey.generate(folder.resolve("other.json"));
        var other = KeyEncryptionKey.fromFile(folder.resolve("other.json"));
        var reader = store.keys(KeyEncryptionKeys.of(other));

        assertThatThrownBy(() -> reader.find(sealed.getKeyId())).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void opensManyWithOneQueryInTheirOrder() {
        var envelopes = new ArrayList<Opener.Envelope>();
        for (var key : keys.create(20)) {
            var referral = "referral-" + envelopes.size();
            var sealed = sealer.seal(key, referral, new FreeText(referral));
            envelopes.add(new Opener.Envelope(sealed, referral));
        }
        keys.destroy(envelopes.get(3).content().getKeyId());

        var opened = opener.openAll(envelopes, FreeText.class);

        assertThat(store.commands("find")).isEqualTo(1);
        assertThat(opened).hasSize(20).element(3).isEqualTo(new Opened.Destroyed<FreeText>());
        assertThat(IntStream.of(0, 19).mapToObj(opened::get).map(Opened::content))
                .extracting(content -> content.orElseThrow().getText())
                .containsExactly("referral-0", "referral-19");
    }

    @Test
    void honoursADestructionBySomebodyElseWithinAMinute() {
        var now = new AtomicLong();
        var reader = store.keys(() -> "unused", now::get, KeyEncryptionKeys.of(kek));
        var keyId = key().id();
        assertThat(reader.find(keyId)).isInstanceOf(KeyState.Usable.class);

        keys.destroy(keyId);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(reader.find(keyId)).isInstanceOf(KeyState.Usable.class);
        now.addAndGet(Duration.ofSeconds(49).toNanos());

        assertThat(reader.find(keyId)).isInstanceOf(KeyState.Destroyed.class);
    }

    @Test
    void readsContentOfAnEarlierReleaseAndOfNoneThatItDoesNotKnow() throws IOException, GeneralSecurityException {
        var earlier = new Schema.Parser().parse("""
                {"type": "record", "name": "FreeText", "namespace": "scot.fort.events.content", "fields": [
                  {"name": "language", "type": "string"}, {"name": "text", "type": "string"}]}""");
        var content = new GenericRecordBuilder(earlier)
                .set("language", "gd")
                .set("text", SECRET)
                .build();
        var encoded = new BinaryMessageEncoder<>(GenericData.get(), earlier).encode(content);
        var key = key();
        var sealed = new SealedContent(key.id(), ByteBuffer.wrap(key.encrypt(encoded.array(), REFERRAL)));
        var released = new ContentCodec(new ReleasedContents(List.of(earlier)));

        var opened = new Opener(keys, released).open(sealed, REFERRAL, FreeText.class);

        assertThat(opened.content()).hasValue(new FreeText(SECRET));
        assertThatThrownBy(() -> opener.open(sealed, REFERRAL, FreeText.class))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("afraid");
    }

    @Test
    void refusesToSealWhatIsIncompleteWithoutRepeatingIt() {
        assertThatThrownBy(() -> sealer.seal(key(), REFERRAL, new FreeText()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
    }

    private DataKey key() {
        return keys.create(1).getFirst();
    }

    private static byte[] bytes(SealedContent sealed) {
        var bytes = new byte[sealed.getCiphertext().remaining()];
        sealed.getCiphertext().duplicate().get(bytes);
        return bytes;
    }
}
