package scot.fort.platform.sealing;

/** What the store says of a key that it knows. */
sealed interface KeyState {

    /** It can be used. */
    record Usable(DataKey key) implements KeyState {}

    /** A tombstone: what it sealed is erased. */
    record Destroyed() implements KeyState {}
}
