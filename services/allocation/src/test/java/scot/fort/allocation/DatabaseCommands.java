package scot.fort.allocation;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What the driver sends to the two collections of the service, without what the relay does for the outbox. */
final class DatabaseCommands implements CommandListener {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String name = event.getCommandName();
        BsonDocument command = event.getCommand();
        if (command.get(name) instanceof BsonValue target && target.isString()) {
            String collection = target.asString().getValue();
            boolean ours = collection.equals("allocations") || collection.equals("services");
            String text = command.toString();
            boolean relays = text.contains("outbox.recordedAt")
                    || text.contains("\"$pull\"")
                    || name.equals("find") && text.contains("\"projection\": {\"outbox\": 1}");
            boolean cares =
                    text.contains("lookup.nextDueAt\": {\"$lte") || text.contains("oldestReservation\": {\"$lt");
            if (ours && !relays && !cares) {
                seen.add(name + " " + collection);
            }
        }
    }

    List<String> during(Runnable work) {
        seen.clear();
        work.run();
        return new ArrayList<>(seen);
    }
}
