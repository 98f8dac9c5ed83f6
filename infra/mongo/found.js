// Run by the health check of MongoDB: founds the replica set once, and fails until this node takes writes.
try {
    rs.status();
} catch (notFounded) {
    rs.initiate({ _id: "fort", members: [{ _id: 0, host: "mongodb:27017" }] });
}
if (!db.hello().isWritablePrimary) {
    quit(1);
}
