package scot.fort.platform.service;

import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.web.concurrency.Version;

/** An aggregate as a command left it, or as a query found it. */
public record Handled<S>(String id, Version version, S state) {

    public static <S> Handled<S> of(Aggregate<S> aggregate) {
        return new Handled<>(aggregate.id(), new Version(aggregate.version()), aggregate.require());
    }

    /** For the header {@code ETag}. */
    public String etag() {
        return version.etag();
    }
}
