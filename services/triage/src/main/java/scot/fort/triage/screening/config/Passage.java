package scot.fort.triage.screening.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a policy file, which is YAML: a value, a list, or members with names. It knows the line that it stands on. */
record Passage(String file, Node node) {

    /**
     * All of a file.
     *
     * @param location a path, or {@code classpath:} and a path there
     */
    static Passage at(String location) {
        try (InputStream in =
                ApplicationResourceLoader.get().getResource(location).getInputStream()) {
            return of(location, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(location + " cannot be read", unreadable);
        }
    }

    static Passage of(String file, Reader text) {
        try {
            Node whole = new Yaml(new LoaderOptions()).compose(text);
            if (whole == null) {
                throw new PolicyFault(file, "is empty");
            }
            return new Passage(file, whole);
        } catch (MarkedYAMLException malformed) {
            throw new PolicyFault(file, malformed.getProblemMark().getLine() + 1, malformed.getProblem());
        } catch (YAMLException malformed) {
            throw new PolicyFault(file, String.valueOf(malformed.getMessage()));
        }
    }

    PolicyFault fault(String what) {
        return new PolicyFault(file, node.getStartMark().getLine() + 1, what);
    }

    /** @param known names of all members that there may be */
    Members members(String... known) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("there must be members here: " + names(known));
        }
        Map<String, Passage> members = new LinkedHashMap<>();
        for (NodeTuple member : mapping.getValue()) {
            Passage key = new Passage(file, member.getKeyNode());
            String name = key.text();
            if (!Set.of(known).contains(name)) {
                throw key.fault("'" + name + "' is unknown here; known are " + names(known));
            }
            if (members.put(name, new Passage(file, member.getValueNode())) != null) {
                throw key.fault("'" + name + "' is here twice");
            }
        }
        return new Members(this, members);
    }

    /** One or more. */
    List<Passage> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("there must be a list here");
        }
        if (sequence.getValue().isEmpty()) {
            throw fault("the list is empty");
        }
        List<Passage> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new Passage(file, item)));
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw fault("there must be a text here");
        }
        return scalar.getValue().strip();
    }

    /**
     * A value of another type.
     *
     * @param what it must be, in words
     */
    <T> T value(Function<String, T> parser, String what) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (RuntimeException wrong) {
            throw fault("'" + text + "' is not " + what);
        }
    }

    int number(int least, int most) {
        int number = value(Integer::parseInt, "a whole number");
        if (number < least || number > most) {
            throw fault(number + " is not between " + least + " and " + most);
        }
        return number;
    }

    <E extends Enum<E>> E code(Class<E> codes) {
        return value(text -> Enum.valueOf(codes, text), "one of " + Arrays.toString(codes.getEnumConstants()));
    }

    private static Set<String> names(String... known) {
        return new TreeSet<>(Arrays.asList(known));
    }

    /** The members of a passage by their names. */
    record Members(Passage whole, Map<String, Passage> byName) {

        Passage required(String name) {
            return optional(name).orElseThrow(() -> whole.fault("'" + name + "' is missing"));
        }

        Optional<Passage> optional(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        boolean isEmpty() {
            return byName.isEmpty();
        }
    }
}
