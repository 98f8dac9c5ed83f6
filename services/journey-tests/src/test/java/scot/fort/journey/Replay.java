package scot.fort.journey;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import scot.fort.events.EventCatalogue;
import scot.fort.events.common.SealedContent;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.sealing.Opened;
import scot.fort.platform.sealing.Opener;

/**
 * Everything that was ever told, read again from the first offset of every topic by somebody who has all keys that there
 * still are.
 */
final class Replay implements AutoCloseable {

    private static final String PREFIX = "fort";

    private final RunningFort fort;
    private final ConfigurableApplicationContext context;

    Replay(RunningFort fort) {
        this.fort = fort;
        this.context = new SpringApplicationBuilder(Reader.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.mongodb.uri=" + fort.stack().addresses().mongodbUri(),
                        "fort.sealing.kek-file=" + fort.folder().resolve("keys/key-encryption-key.json"))
                .run();
    }

    /**
     * Something sealed in an event.
     *
     * @param where the event's name and its field
     */
    record Sealed(String where, Opened<? extends SpecificRecord> opened) {}

    /** Has the keys, and serves nobody. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "scot.fort.platform.messaging.MessagingAutoConfiguration")
    static class Reader {}

    /** All that is sealed in what was told of a referral. */
    List<Sealed> about(String referralId) throws ClassNotFoundException {
        List<Sealed> found = new ArrayList<>();
        for (String topic : topics()) {
            for (SpecificRecord event : new EventTopic(fort.stack().addresses(), topic).about(referralId)) {
                for (Schema.Field field : event.getSchema().getFields()) {
                    if (event.get(field.pos()) instanceof SealedContent sealed) {
                        found.add(new Sealed(
                                event.getSchema().getName() + "." + field.name(),
                                opened(sealed, referralId, field.getProp("seals"))));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> topics() {
        return EventCatalogue.told().stream()
                .map(event -> EventCatalogue.topic(PREFIX, event))
                .distinct()
                .toList();
    }

    private Opened<? extends SpecificRecord> opened(SealedContent sealed, String referralId, String content)
            throws ClassNotFoundException {
        return context.getBean(Opener.class)
                .open(
                        sealed,
                        referralId,
                        Class.forName("scot.fort.events.content." + content).asSubclass(SpecificRecord.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
