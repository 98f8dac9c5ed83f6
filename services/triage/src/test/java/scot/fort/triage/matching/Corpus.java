package scot.fort.triage.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project's synthetic referrals, in their order, and which of their children are one by construction. */
final class Corpus {

    private static final Path FOLDER = Path.of("..", "..", "infra", "local", "data");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> AT_HOME =
            Set.of("MOTHER", "FATHER", "STEP_PARENT", "GRANDPARENT", "KINSHIP_CARER", "PARTNER_OF_PARENT");

    /** One child of one referral. */
    record Pointer(String referral, String child) {}

    private final List<Map<Pointer, Told>> referrals = new ArrayList<>();
    private final Map<Pointer, Integer> groups = new HashMap<>();

    Corpus() {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("referrals.jsonl"))) {
            lines.map(JSON::readTree).map(Corpus::children).forEach(referrals::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        JsonNode same = JSON.readTree(FOLDER.resolve("same-child.json").toFile());
        for (int group = 0; group < same.size(); group++) {
            for (JsonNode child : same.get(group)) {
                groups.put(new Pointer(child.get(0).asString(), child.get(1).asString()), group);
            }
        }
    }

    /** The children of each, in the order of arrival. */
    List<Map<Pointer, Told>> referrals() {
        return referrals;
    }

    boolean areSame(Pointer one, Pointer other) {
        return groups.containsKey(one) && groups.get(one).equals(groups.get(other));
    }

    /** Whether a referral names the one beside a record of the other. */
    boolean areSiblings(Pointer one, Pointer other) {
        return (groups.containsKey(one) || groups.containsKey(other))
                && !areSame(one, other)
                && (isNamedBeside(one, other) || isNamedBeside(other, one));
    }

    /** Every third of those told of once, which is enough to count slips by. */
    Map<Pointer, Told> sample() {
        Map<Pointer, Told> sample = new LinkedHashMap<>();
        int count = 0;
        for (Map<Pointer, Told> referral : referrals) {
            for (Map.Entry<Pointer, Told> child : referral.entrySet()) {
                if (!groups.containsKey(child.getKey()) && count++ % 3 == 0) {
                    sample.put(child.getKey(), child.getValue());
                }
            }
        }
        return sample;
    }

    private boolean isNamedBeside(Pointer one, Pointer other) {
        return groups.keySet().stream().filter(record -> areSame(record, other)).anyMatch(record -> record.referral()
                .equals(one.referral()));
    }

    private static Map<Pointer, Told> children(JsonNode line) {
        List<String> phones = new ArrayList<>();
        for (JsonNode adult : line.at("/body/adults")) {
            if (AT_HOME.contains(adult.path("relationship").asString(""))
                    && !adult.path("phone").isMissingNode()) {
                phones.add(adult.path("phone").asString(""));
            }
        }
        Map<Pointer, Told> children = new LinkedHashMap<>();
        for (JsonNode child : line.at("/body/children")) {
            children.put(
                    new Pointer(
                            line.get("idempotencyKey").asString(),
                            child.get("ref").asString()),
                    told(child, phones));
        }
        return children;
    }

    private static Told told(JsonNode child, List<String> phones) {
        List<String> lines = new ArrayList<>();
        child.at("/address/lines").forEach(line -> lines.add(line.asString()));
        return new Told(
                text(child, "givenName"),
                text(child, "familyName"),
                text(child, "knownAs"),
                date(child, "dateOfBirth"),
                date(child, "expectedDateOfBirth"),
                child.hasNonNull("ageEstimate") ? child.get("ageEstimate").asInt() : null,
                text(child, "chi"),
                text(child, "scn"),
                new Home(lines, text(child.path("address"), "postcode")),
                phones);
    }

    private static @Nullable String text(JsonNode of, String member) {
        return of.hasNonNull(member) ? of.get(member).asString() : null;
    }

    private static @Nullable LocalDate date(JsonNode of, String member) {
        return of.hasNonNull(member) ? LocalDate.parse(of.get(member).asString()) : null;
    }
}
