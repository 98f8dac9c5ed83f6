package scot.fort.docker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.docker.Compose.Service;
import scot.fort.local.Ports;

/** What we demand of a Compose file; each rule answers with a sentence per breach. */
enum ComposeRules {
    EVERY_SERVICE_OF_THE_TREE_IS_THERE((tree, compose) -> tree.services().stream()
            .filter(module -> compose.services().values().stream()
                    .noneMatch(service -> service.buildArgument("APP").equals(module.app())))
            .map(module -> module.folder() + " is not run by any service")),

    IMAGES_HOLD_WHAT_THE_BUILD_MAKES((tree, compose) -> built(compose)
            .filter(service -> tree.moduleOf(service.buildArgument("APP"))
                    .filter(module -> module.jar().equals(service.buildArgument("JAR")))
                    .filter(module -> service.list("entrypoint").stream()
                            .filter(word -> word.startsWith("scot.fort."))
                            .allMatch(name -> tree.hasClass(module, name)))
                    .isEmpty())
            .map(service -> service.name() + " is built from, or starts, something that the build does not make")),

    VERSIONS_ARE_THOSE_OF_THE_BUILD((tree, compose) -> {
        Map<String, String> versions = Map.of(
                "apache/kafka", tree.property("kafka.version"),
                "apicurio/apicurio-registry", tree.property("apicurio-registry.version"),
                "greenmail/standalone", tree.property("greenmail.version"));
        return all(compose, service -> !service.isBuilt())
                .filter(service -> !image(service, 1).matches("v?\\d+\\..+")
                        || !versions.getOrDefault(image(service, 0), image(service, 1))
                                .equals(image(service, 1)))
                .map(service -> service.name() + " runs another version, or none that is said");
    }),

    PORTS_ARE_THE_KNOWN_ONES_ON_LOOPBACK((tree, compose) -> all(compose, service -> true)
            .filter(service -> !service.ports().stream()
                    .map(port -> port.substring(0, port.lastIndexOf(':')))
                    .collect(Collectors.toSet())
                    .equals(known(service.name())
                            .map(port -> "127.0.0.1:" + port)
                            .collect(Collectors.toSet())))
            .map(service -> service.name() + " does not publish exactly its known ports on loopback")),

    SETTINGS_ARE_READ_BY_WHOM_THEY_ARE_GIVEN((tree, compose) -> built(compose).flatMap(service -> {
        Set<String> unknown = new TreeSet<>(service.environment().keySet());
        tree.moduleOf(service.buildArgument("APP")).map(tree::settingsOf).ifPresent(unknown::removeAll);
        return unknown.stream().map(name -> service.name() + " does not read " + name);
    })),

    SCHEMAS_ARE_NOT_REGISTERED_BY_SERVICES(
            (_, compose) -> all(compose, service -> service.environment().containsKey("FORT_KAFKA"))
                    .filter(service -> !"false".equals(service.environment().get("FORT_AUTO_REGISTER")))
                    .map(service -> service.name() + " may register schemas by itself")),

    NO_SECRET_IS_SPELT_OUT((_, compose) -> Stream.concat(
            compose.services().values().stream().flatMap(service -> service.settings()
                    .filter(setting -> isSpeltOut(setting.getKey(), String.valueOf(setting.getValue())))
                    .map(setting -> service.name() + " is told a secret by " + setting.getKey())),
            compose.secrets().entrySet().stream()
                    .filter(secret -> !String.valueOf(secret.getValue()).matches("\\{(file|environment)=.*}"))
                    .map(secret -> secret.getKey() + " comes neither from a file nor from the environment"))),

    EVERY_SERVICE_IS_CONFINED((_, compose) -> Stream.of(
                    breach(compose, service -> service.text("mem_limit").isEmpty(), "has no memory limit"),
                    breach(compose, service -> service.text("restart").isEmpty(), "has no restart policy"),
                    breach(
                            compose,
                            service -> !service.list("security_opt").contains("no-new-privileges:true"),
                            "may gain privileges"),
                    breach(compose, service -> !service.list("cap_drop").contains("ALL"), "keeps capabilities"),
                    breach(
                            compose,
                            service -> service.isBuilt()
                                    && !service.text("user").matches("\\$\\{FORT_UID:-1000}:\\$\\{FORT_UID:-1000}"),
                            "does not run as the unprivileged user"),
                    breach(
                            compose,
                            service -> !service.name().equals("kafka")
                                    && !service.text("read_only").equals("true"),
                            "may write to its image"))
            .flatMap(breaches -> breaches)),

    WHAT_IS_WAITED_FOR_SAYS_WHEN_IT_IS_READY((_, compose) -> Stream.concat(
            breach(
                    compose,
                    service -> !service.isOneShot() && service.healthCheck().isEmpty(),
                    "has no health check"),
            all(compose, service -> true).flatMap(service -> service.needs().entrySet().stream()
                    .filter(need ->
                            !isSaid(Optional.ofNullable(compose.services().get(need.getKey())), need.getValue()))
                    .map(need -> service.name() + " waits for what " + need.getKey() + " never says")))),

    HEALTH_IS_ASKED_WHERE_IT_IS_ANSWERED((tree, compose) -> built(compose)
            .filter(service -> !service.isOneShot())
            .filter(service -> known(service.name())
                    .noneMatch(port -> port > 9000 && service.healthCheck().contains(" " + port + ",")))
            .map(service -> service.name() + " is asked for its health on a port that is not its management's"));

    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIALS?|USER_INFO|API_?KEY)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_IN_URI = Pattern.compile("://[^/@\\s]+:[^/@\\s]+@");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Z_]+(:?\\?[^}]*)?}|/run/secrets/.+|");

    private final BiFunction<Tree, Compose, Stream<String>> rule;

    ComposeRules(BiFunction<Tree, Compose, Stream<String>> rule) {
        this.rule = rule;
    }

    Collection<String> breaches(Tree tree, Compose compose) {
        return rule.apply(tree, compose).toList();
    }

    /** The ports of 3-api's contract, a service's own and its management's, and those of the local stack's parts. */
    private static Stream<Integer> known(String service) {
        Ports parts = Ports.defaults(0);
        List<Integer> ports =
                switch (service) {
                    case "identity" -> List.of(8080, 9080);
                    case "referral-intake" -> List.of(8081, 9081);
                    case "triage" -> List.of(8082, 9082);
                    case "allocation" -> List.of(8083, 9083);
                    case "notification" -> List.of(8084, 9084);
                    case "timeline" -> List.of(8085, 9085);
                    case "kafka" -> List.of(parts.kafka());
                    case "registry" -> List.of(parts.registry());
                    case "mongodb" -> List.of(parts.mongodb());
                    case "mail" -> List.of(parts.smtp(), parts.imap());
                    case "prometheus" -> List.of(9090);
                    case "grafana" -> List.of(3000);
                    default -> List.of();
                };
        return ports.stream();
    }

    private static boolean isSaid(Optional<Service> awaited, String condition) {
        return awaited.filter(service -> condition.equals("service_completed_successfully")
                        ? service.isOneShot()
                        : condition.equals("service_healthy")
                                && !service.healthCheck().isEmpty())
                .isPresent();
    }

    private static boolean isSpeltOut(String name, String value) {
        return SECRET_IN_URI.matcher(value).find()
                || SECRET_NAME.matcher(name).matches()
                        && !REFERENCE.matcher(value).matches();
    }

    private static String image(Service service, int part) {
        String[] parts = service.text("image").split(":", 2);
        return part < parts.length ? parts[part] : "";
    }

    private static Stream<Service> built(Compose compose) {
        return all(compose, Service::isBuilt);
    }

    private static Stream<Service> all(Compose compose, Predicate<Service> those) {
        return compose.services().values().stream().filter(those);
    }

    private static Stream<String> breach(Compose compose, Predicate<Service> those, String what) {
        return all(compose, those).map(service -> service.name() + " " + what);
    }
}
