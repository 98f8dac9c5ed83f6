package scot.fort.platform.messaging.aggregate;

import java.util.Collection;

/**
 * Is told what the writes of this process have made of a store. It is told on the thread that writes, so what
 * it does is short, reads nothing, and throws nothing. Two writes of one aggregate may be told in either order; the versions say which is the later.
 */
public interface Watch<S> {

    /** What is stored now, or was a moment ago. */
    void written(Collection<Aggregate<S>> now);

    /** Some of these may have been written, or none. */
    void perhapsWritten(Collection<String> ids);

    /** Nobody watches. */
    static <S> Watch<S> none() {
        return new Watch<>() {
            @Override
            public void written(Collection<Aggregate<S>> now) {}

            @Override
            public void perhapsWritten(Collection<String> ids) {}
        };
    }
}
