package scot.fort.platform.testing;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** What the driver has sent to the database, in order, as {@code find referrals}. */
public final class DatabaseCommands implements CommandListener {

    private final Predicate<Thread> counts;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<Integer> found = new CopyOnWriteArrayList<>();

    private DatabaseCommands(Predicate<Thread> counts) {
        this.counts = counts;
    }

    public static DatabaseCommands all() {
        return new DatabaseCommands(any -> true);
    }

    /**
     * Only those that HTTP requests cause. The driver reports a command on the thread that sends it, so those of the relay,
     * of consumers and of what a service does by itself are known by their threads.
     */
    public static DatabaseCommands ofRequests() {
        return new DatabaseCommands(thread -> thread.getName().startsWith("tomcat-handler-"));
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (counts.test(Thread.currentThread())) {
            String name = event.getCommandName();
            BsonValue collection = event.getCommand().get(name, BsonNull.VALUE);
            sent.add(collection.isString() ? name + " " + collection.asString().getValue() : name);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        BsonDocument answer = event.getResponse();
        if (counts.test(Thread.currentThread()) && answer.containsKey("cursor")) {
            found.add(answer.getDocument("cursor").getArray("firstBatch").size());
        }
    }

    /** How many documents each query finds while something is done. */
    public List<Integer> foundDuring(Runnable work) {
        found.clear();
        work.run();
        return List.copyOf(found);
    }

    /** What is sent while something is done. */
    public List<String> during(Runnable work) {
        sent.clear();
        work.run();
        return List.copyOf(sent);
    }
}
