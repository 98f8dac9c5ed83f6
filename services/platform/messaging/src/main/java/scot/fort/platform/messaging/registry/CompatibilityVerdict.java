package scot.fort.platform.messaging.registry;

import java.util.List;

/**
 * Whether a schema may follow the versions that a subject has.
 *
 * @param messages the registry's reasons for a refusal; empty where it gives none
 */
public record CompatibilityVerdict(boolean compatible, List<String> messages) {
    public CompatibilityVerdict {
        messages = List.copyOf(messages);
    }
}
