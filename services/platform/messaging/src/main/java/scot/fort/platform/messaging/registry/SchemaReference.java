package scot.fort.platform.messaging.registry;

/** A named type that a schema uses and that is registered under a subject of its own. */
record SchemaReference(String name, String subject, int version) {}
