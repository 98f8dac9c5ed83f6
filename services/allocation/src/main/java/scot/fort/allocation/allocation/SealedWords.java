package scot.fort.allocation.allocation;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/** What a person wrote, sealed for their referral. */
public record SealedWords(@Nullable Sealed text, @Nullable Sealed views) {

    public static final SealedWords NONE = new SealedWords(null, null);

    /** How many bytes they take up. */
    long bytes() {
        return Sealed.bytes(text) + Sealed.bytes(views);
    }
}
