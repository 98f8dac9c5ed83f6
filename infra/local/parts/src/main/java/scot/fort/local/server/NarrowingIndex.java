package scot.fort.local.server;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;

/**
 * A unique index that also serves a query which asks for more than its own fields, as every guarded update does with {@code
 * {_id, version}}. The embedded server alone would compare every document of the collection; here the index narrows them
 * down, and the server compares those.
 */
final class NarrowingIndex<P> extends Index<P> {

    private final Index<P> index;

    NarrowingIndex(Index<P> index, boolean sparse) {
        super(index.getName(), index.getKeys(), sparse);
        this.index = index;
    }

    @Override
    public boolean canHandle(Document query) {
        return index.canHandle(narrowed(query));
    }

    @Override
    public Iterable<P> getPositions(Document query) {
        return index.getPositions(narrowed(query));
    }

    private Document narrowed(Document query) {
        Document narrowed = new Document();
        keys().stream().filter(query::containsKey).forEach(key -> narrowed.put(key, query.get(key)));
        return narrowed;
    }

    @Override
    public P getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<P> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, P position, MongoCollection<P> collection) {
        index.add(document, position, collection);
    }

    @Override
    public P remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<P> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, P position, MongoCollection<P> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
