package scot.fort.local;

/** Whether the embedded MongoDB keeps its data; a real {@code mongod} always does. */
public enum MongoStorage {
    FILE,
    MEMORY
}
