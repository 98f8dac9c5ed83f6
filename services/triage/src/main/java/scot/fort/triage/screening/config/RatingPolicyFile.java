package scot.fort.triage.screening.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.events.common.ConcernCode;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.triage.screening.RatingPolicy;
import scot.fort.triage.screening.RatingRule;
import scot.fort.triage.screening.RatingRules;

/** The file of the rating policy, whose first lines say what it may hold. */
public final class RatingPolicyFile {

    private static final Set<String> CONCERNS = Stream.of(ConcernCode.values())
            .filter(code -> code != ConcernCode.UNKNOWN)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));

    private RatingPolicyFile() {}

    /**
     * Reads it.
     *
     * @param location a path, or {@code classpath:} and a path there
     * @throws IllegalArgumentException when it is not as it must be; names the line
     */
    public static RatingPolicy read(String location) {
        return read(Passage.at(location));
    }

    static RatingPolicy read(Passage file) {
        Passage versions = file.members("versions").required("versions");
        return new RatingPolicy(PolicyVersions.in(versions, "rules").stream()
                .map(RatingPolicyFile::rules)
                .toList());
    }

    private static RatingRules rules(PolicyVersions.Version version) {
        Passage written = version.members().required("rules");
        List<RatingRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Passage each : written.items()) {
            Passage.Members members = each.members("name", "when", "priority", "reason");
            Passage name = members.required("name");
            if (!names.add(name.text())) {
                throw name.fault("there is a rule " + name.text() + " already");
            }
            rules.add(new RatingRule(
                    name(name),
                    when(members.required("when")),
                    members.required("priority").code(Priority.class),
                    members.required("reason").text()));
        }
        try {
            return new RatingRules(version.name(), version.from(), rules);
        } catch (IllegalArgumentException incomplete) {
            throw written.fault(String.valueOf(incomplete.getMessage()));
        }
    }

    private static String name(Passage passage) {
        String name = passage.text();
        if (!name.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")) {
            throw passage.fault("'" + name + "' is not a name such as IMMEDIATE_DANGER");
        }
        return name;
    }

    private static RatingRule.When when(Passage passage) {
        Passage.Members members =
                passage.members("lane", "anyConcern", "immediateDanger", "childUnder", "unborn", "openReferral");
        if (members.isEmpty()) {
            throw passage.fault("a rule must say when it fires");
        }
        return new RatingRule.When(
                members.optional("lane").map(lane -> lane.code(Lane.class)).orElse(null),
                members.optional("anyConcern").map(RatingPolicyFile::concerns).orElse(Set.of()),
                isAsked(members, "immediateDanger"),
                members.optional("childUnder").map(years -> years.number(1, 26)).orElse(null),
                isAsked(members, "unborn"),
                isAsked(members, "openReferral"));
    }

    private static Set<String> concerns(Passage passage) {
        Set<String> codes = new TreeSet<>();
        for (Passage item : passage.items()) {
            if (!CONCERNS.contains(item.text())) {
                throw item.fault("'" + item.text() + "' is not one of " + CONCERNS);
            }
            codes.add(item.text());
        }
        return codes;
    }

    private static boolean isAsked(Passage.Members members, String name) {
        return members.optional(name)
                .map(asked -> {
                    if (!asked.text().equals("true")) {
                        throw asked.fault("'" + name + "' can only be true; leave it out where it does not matter");
                    }
                    return true;
                })
                .orElse(false);
    }
}
