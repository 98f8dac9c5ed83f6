package scot.fort.platform.messaging.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import scot.fort.events.EventCatalogue;
import scot.fort.events.PublishedSchema;
import scot.fort.events.release.ReleasedSchema;

/**
 * The subjects of all events in a registry. A deployment registers them before it starts a service, since services
 * register nothing themselves; each subject demands that every version reads and is read by every other.
 */
public final class EventSubjects {

    private static final CompatibilityLevel LEVEL = CompatibilityLevel.FULL_TRANSITIVE;

    private final SchemaRegistryClient registry;
    private final List<Event> events;

    private record Event(String subject, Schema schema) {}

    /** @param topicPrefix first part of every topic's name, {@code fort} unless said otherwise */
    public EventSubjects(SchemaRegistryClient registry, String topicPrefix) {
        this(registry, topicPrefix, EventCatalogue.told());
    }

    EventSubjects(SchemaRegistryClient registry, String topicPrefix, List<Schema> events) {
        this.registry = registry;
        this.events = events.stream()
                .map(event -> new Event(EventCatalogue.subject(topicPrefix, event), PublishedSchema.of(event)))
                .toList();
    }

    /**
     * Asks whether every event's schema could follow all versions that its subject has, and changes nothing. One that the
     * registry does not know yet may be new.
     *
     * @return a line per problem
     */
    public List<String> check() {
        Set<String> known = new HashSet<>(registry.subjects());
        List<String> problems = new ArrayList<>();
        for (Event event : events) {
            if (known.contains(event.subject())
                    && registry.compatibility(event.subject())
                            .filter(LEVEL::equals)
                            .isEmpty()) {
                problems.add(event.subject() + ": its compatibility is not set to " + LEVEL);
            }
            problems.addAll(incompatibilities(event));
        }
        return problems;
    }

    /**
     * Sets the level of every subject and registers what is new, but nothing at all where one schema could not follow.
     * May be repeated.
     *
     * @return a line per problem; empty when every event is registered
     */
    public List<String> register() {
        events.forEach(event -> registry.setCompatibility(event.subject(), LEVEL));
        List<String> problems = new ArrayList<>();
        events.forEach(event -> problems.addAll(incompatibilities(event)));
        if (problems.isEmpty()) {
            events.forEach(event -> problems.addAll(registered(event)));
        }
        return problems;
    }

    private List<String> incompatibilities(Event event) {
        CompatibilityVerdict verdict = registry.testCompatibility(event.subject(), event.schema());
        if (verdict.compatible()) {
            return List.of();
        }
        List<String> reasons = registry.versions(event.subject()).stream()
                .map(version -> new ReleasedSchema("version " + version.version(), version.schema()))
                .flatMap(version -> version.faults(event.schema()).stream())
                .map(fault -> event.subject() + ": " + fault)
                .toList();
        return reasons.isEmpty() ? List.of(refused(event, String.join(" ", verdict.messages()))) : reasons;
    }

    private List<String> registered(Event event) {
        try {
            registry.register(event.subject(), event.schema());
            return List.of();
        } catch (RegistryException refusal) {
            if (refusal.isAboutSchema()) {
                return List.of(refused(event, String.valueOf(refusal.getMessage())));
            }
            throw refusal;
        }
    }

    private static String refused(Event event, String reason) {
        return "%s: the registry refuses it. %s".formatted(event.subject(), reason.replaceAll("\\s+", " "));
    }
}
