package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedKeysTests {

    private LocalKms kms;
    private KeyEncryptionKey managed;
    private KeyStore store;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        kms = new LocalKms();
        managed = new ManagedKeys(List.of(kms.client())).at(LocalKms.URI);
        store = new KeyStore(managed);
    }

    @AfterEach
    void close() {
        store.close();
        kms.close();
    }

    @Test
    void wrapsAndUnwrapsInTheServiceOncePerKeyAndCacheTime() {
        var created = store.keys().create(3).stream().map(DataKey::id).toList();
        var reader = store.keys();

        assertThat(reader.find(created).values()).allMatch(KeyState.Usable.class::isInstance);
        reader.find(created);

        assertThat(kms.calls("Encrypt")).isEqualTo(3);
        assertThat(kms.calls("Decrypt")).isEqualTo(3);
        assertThat(store.documents().find().first()).containsEntry("kekId", LocalKms.URI);
    }

    @Test
    void takesAServiceThatRefusesForAFaultThatMayPass() {
        var keyId = store.keys().create(1).getFirst().id();
        kms.refuse();

        assertThatThrownBy(() -> store.keys().find(keyId)).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(() -> store.keys().create(1)).isInstanceOf(KeysUnavailableException.class);
        assertThat(store.documents().countDocuments()).isEqualTo(1);
    }

    @Test
    void takesAServiceThatIsAwayForAFaultThatMayPass() {
        var keyId = store.keys().create(1).getFirst().id();
        kms.stop();

        assertThatThrownBy(() -> store.keys().find(keyId)).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(() -> store.keys().create(1)).isInstanceOf(KeysUnavailableException.class);
        assertThat(store.documents().countDocuments()).isEqualTo(1);
    }

    @Test
    void takesThePlaceOfAFileWithoutTouchingWhatIsSealed(@TempDir Path folder) throws Exception {
        var file = folder.resolve("kek.json");
        KeyFile.at(file).generate();
        var ofTheFile = KeyEncryptionKey.fromFile(file);
        var before = store.keys(KeyEncryptionKeys.of(ofTheFile)).create(2);
        var ciphertext = before.getFirst().encrypt(new byte[] {1, 2}, "referral");
        var moving = new KeyEncryptionKeys(managed, List.of(ofTheFile));
        store.keys(moving).create(1);

        assertThat(found(before.getFirst().id(), moving).decrypt(ciphertext, "referral"))
                .containsExactly(1, 2);
        var rewrapping = store.rewrapping(moving, Ticker.systemTicker());
        rewrapping.round();
        rewrapping.round();

        assertThat(rewrapping.outdated()).isZero();
        assertThat(found(before.getFirst().id(), KeyEncryptionKeys.of(managed)).decrypt(ciphertext, "referral"))
                .containsExactly(1, 2);
    }

    @Test
    void leavesKeysAsTheyAreWhenTheServiceIsAwayWhileTheyAreWrappedAnew(@TempDir Path folder) throws IOException {
        var file = folder.resolve("kek.json");
        KeyFile.at(file).generate();
        var ofTheFile = KeyEncryptionKey.fromFile(file);
        var keyId =
                store.keys(KeyEncryptionKeys.of(ofTheFile)).create(1).getFirst().id();
        kms.stop();

        var rewrapping = store.rewrapping(new KeyEncryptionKeys(managed, List.of(ofTheFile)), Ticker.systemTicker());

        assertThatThrownBy(rewrapping::round).isInstanceOf(KeysUnavailableException.class);
        assertThat(store.keys(KeyEncryptionKeys.of(ofTheFile)).find(keyId)).isInstanceOf(KeyState.Usable.class);
    }

    @Test
    void namesTheKeyForWhichThereIsNoClient() {
        var clients = new ManagedKeys(List.of(kms.client()));

        assertThatThrownBy(() -> clients.at("gcp-kms://projects/fort"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gcp-kms://projects/fort");
    }

    private DataKey found(String keyId, KeyEncryptionKeys keks) {
        return switch (store.keys(keks).find(keyId)) {
            case KeyState.Usable(var key) -> key;
            case KeyState.Destroyed() -> throw new AssertionError(Map.of(keyId, "destroyed"));
        };
    }
}
