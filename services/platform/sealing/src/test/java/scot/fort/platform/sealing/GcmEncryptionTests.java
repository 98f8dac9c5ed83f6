package scot.fort.platform.sealing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GcmEncryptionTests {

    private static final byte[] WORDS = "What happened.".getBytes(UTF_8);
    private static final byte[] ABOUT = "referral-1".getBytes(UTF_8);

    private final KeysetHandle keyset = keyset();
    private final GcmEncryption encryption =
            new GcmEncryption((AesGcmKey) keyset.getPrimary().getKey());

    @Test
    void isOpenedByTinkForWhatItWasSealedAboutAndNothingElse() throws GeneralSecurityException {
        Aead tink = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
        byte[] sealed = encryption.encrypt(WORDS, ABOUT);

        assertThat(tink.decrypt(sealed, ABOUT)).isEqualTo(WORDS);
        assertThat(tink.decrypt(encryption.encrypt(new byte[0], ABOUT), ABOUT)).isEmpty();
        assertThatThrownBy(() -> tink.decrypt(sealed, "referral-2".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> tink.decrypt(sealed, ABOUT)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void hasTheLengthOfTinksOwn() throws GeneralSecurityException {
        Aead tink = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);

        assertThat(encryption.encrypt(WORDS, ABOUT)).hasSameSizeAs(tink.encrypt(WORDS, ABOUT));
    }

    @Test
    void sealsTheSameWordsDifferentlyEachTime() throws GeneralSecurityException {
        Set<String> sealed = new HashSet<>();
        for (int time = 0; time < 1_000; time++) {
            sealed.add(new String(encryption.encrypt(WORDS, ABOUT), ISO_8859_1));
        }

        assertThat(sealed).hasSize(1_000);
    }

    private static KeysetHandle keyset() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
