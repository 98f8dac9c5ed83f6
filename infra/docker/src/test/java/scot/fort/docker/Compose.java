package scot.fort.docker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a Compose file says, anchors resolved; a member that is not there is empty. */
record Compose(Map<String, Service> services, Map<String, Object> secrets) {

    static Compose parse(String yaml) {
        Map<String, Object> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        Map<String, Service> services = new TreeMap<>();
        map(root.get("services")).forEach((name, members) -> services.put(name, new Service(name, map(members))));
        return new Compose(services, map(root.get("secrets")));
    }

    record Service(String name, Map<String, Object> members) {

        boolean isBuilt() {
            return members.containsKey("build");
        }

        /** Runs to its end and is not started again. */
        boolean isOneShot() {
            return "no".equals(text("restart"));
        }

        String text(String member) {
            return String.valueOf(members.getOrDefault(member, ""));
        }

        String buildArgument(String name) {
            return String.valueOf(map(map(members.get("build")).get("args")).getOrDefault(name, ""));
        }

        Map<String, Object> environment() {
            return map(members.get("environment"));
        }

        List<String> ports() {
            return list("ports");
        }

        List<String> list(String member) {
            return members.get(member) instanceof List<?> values
                    ? values.stream().map(String::valueOf).toList()
                    : List.of();
        }

        String healthCheck() {
            return String.valueOf(map(members.get("healthcheck")).getOrDefault("test", ""));
        }

        /** The condition on each service that must be there first. */
        Map<String, String> needs() {
            return map(members.get("depends_on")).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            need -> String.valueOf(map(need.getValue()).get("condition"))));
        }

        /** Environment and build arguments: all that could carry a secret in clear. */
        Stream<Map.Entry<String, Object>> settings() {
            return Stream.concat(
                    environment().entrySet().stream(),
                    map(map(members.get("build")).get("args")).entrySet().stream());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }
}
