package scot.fort.triage.screening.web;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that tests can move, and a record of what requests ask of the database. */
@TestConfiguration(proxyBeanMethods = false)
class Surroundings {

    /** Commands that the driver sent on behalf of requests, as {@code collection command}; not the relay's, not the consumer's. */
    static final class RequestCommands implements CommandListener {

        private static final String REQUEST_THREADS = "tomcat-handler";

        private final List<String> commands = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (Thread.currentThread().getName().startsWith(REQUEST_THREADS)) {
                BsonValue collection = event.getCommand().get(event.getCommandName(), BsonNull.VALUE);
                if (collection.isString()) {
                    commands.add(collection.asString().getValue() + " " + event.getCommandName());
                }
            }
        }

        void forget() {
            commands.clear();
        }

        List<String> on(String collection) {
            return commands.stream()
                    .filter(command -> command.startsWith(collection + " "))
                    .map(command -> command.substring(collection.length() + 1))
                    .toList();
        }
    }

    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    RequestCommands requestCommands() {
        return new RequestCommands();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer listening(RequestCommands commands) {
        return settings -> settings.addCommandListener(commands);
    }
}
