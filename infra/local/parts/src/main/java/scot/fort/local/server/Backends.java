package scot.fort.local.server;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import java.util.List;
import org.h2.mvstore.MVStore;

/** The embedded server's stores, their indexes narrowing. */
final class Backends {

    private Backends() {}

    static MongoBackend inMemory() {
        return new MemoryBackend() {
            @Override
            public MemoryDatabase openOrCreateDatabase(String name) {
                return new MemoryDatabase(name, getCursorRegistry()) {
                    @Override
                    protected MemoryCollection openOrCreateCollection(String collection, CollectionOptions options) {
                        return new MemoryCollection(this, collection, options, cursorRegistry) {
                            /** The size of each document, before and after each write, for a figure that nobody asks for. */
                            @Override
                            protected boolean tracksDataSize() {
                                return false;
                            }
                        };
                    }

                    @Override
                    protected Index<Integer> openOrCreateUniqueIndex(
                            String collection, String index, List<IndexKey> keys, boolean sparse) {
                        return new NarrowingIndex<>(
                                index,
                                keys,
                                sparse,
                                flat -> super.openOrCreateUniqueIndex(collection, index, flat, sparse));
                    }
                };
            }
        };
    }

    static MongoBackend over(MVStore store) {
        return new H2Backend(store) {
            @Override
            protected MongoDatabase openOrCreateDatabase(String name) {
                return new H2Database(name, getMvStore(), getCursorRegistry()) {
                    @Override
                    protected Index<Object> openOrCreateUniqueIndex(
                            String collection, String index, List<IndexKey> keys, boolean sparse) {
                        return new NarrowingIndex<>(
                                index,
                                keys,
                                sparse,
                                flat -> super.openOrCreateUniqueIndex(collection, index, flat, sparse));
                    }
                };
            }
        };
    }
}
