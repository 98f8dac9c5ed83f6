package scot.fort.intake.referral.web;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What requests have asked of the database, as {@code database.command}. The driver tells of a command on the thread that
 * asks, so that the relay, the consumer and the making of keys ahead can be told apart by theirs.
 */
final class DatabaseCommands implements CommandListener {

    private static final String REQUESTS = "tomcat-handler-";

    private final List<String> ofRequests = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (Thread.currentThread().getName().startsWith(REQUESTS)) {
            ofRequests.add(event.getDatabaseName() + "." + event.getCommandName());
        }
    }

    void forget() {
        ofRequests.clear();
    }

    List<String> ofRequests() {
        return List.copyOf(ofRequests);
    }
}
