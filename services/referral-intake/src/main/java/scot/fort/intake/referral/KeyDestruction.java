package scot.fort.intake.referral;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scot.fort.platform.messaging.aggregate.Aggregate;

/**
 * Destroys the data keys of what has been erased. The erasure is stored first, as an event; this follows it, as often as it
 * takes, so that a crash or an unreachable store of keys in between leaves nothing undone.
 */
public final class KeyDestruction {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDestruction.class);
    private static final int BATCH = 500;

    private final Erasures erasures;
    private final Consumer<String> destroy;
    private final ToIntFunction<Collection<String>> destroyAgain;

    /**
     * What destroys keys.
     *
     * @param destroy one key; may be repeated
     * @param destroyAgain those of these keys that are there; tells how many were
     */
    public KeyDestruction(Erasures erasures, Consumer<String> destroy, ToIntFunction<Collection<String>> destroyAgain) {
        this.erasures = erasures;
        this.destroy = destroy;
        this.destroyAgain = destroyAgain;
    }

    /** Finishes every erasure whose key has not been destroyed yet. */
    public void finish() {
        List<Aggregate<Referral>> unfinished;
        do {
            unfinished = erasures.unfinished(BATCH);
            unfinished.forEach(this::finish);
        } while (unfinished.size() == BATCH);
    }

    private void finish(Aggregate<Referral> loaded) {
        Referral referral = loaded.require();
        destroy.accept(referral.keyId());
        erasures.save(loaded, referral.keyDestroyed());
    }

    /** Destroys what a restore of the keys from an older backup has brought back. */
    public void destroyWhatCameBack() {
        int cameBack = 0;
        String last = null;
        List<String> some;
        do {
            some = erasures.keyIds(last, BATCH);
            if (!some.isEmpty()) {
                cameBack += destroyAgain.applyAsInt(some);
                last = some.getLast();
            }
        } while (some.size() == BATCH);
        if (cameBack > 0) {
            LOG.warn("{} data keys of erased referrals had come back, and have been destroyed again", cameBack);
        }
    }
}
