package scot.fort.allocation.allocation;

import org.jspecify.annotations.Nullable;

/** What a person writes along with a command: personal, and therefore sealed before anything is kept. */
public record Words(@Nullable String text, @Nullable Views views) {

    public static final Words NONE = new Words(null, null);

    /** What the child and the parent or carer say themselves. */
    public record Views(@Nullable String child, @Nullable String parentCarer) {}

    public static Words of(@Nullable String text) {
        return new Words(text, null);
    }
}
