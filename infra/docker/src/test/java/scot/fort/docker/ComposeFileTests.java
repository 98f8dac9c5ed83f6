package scot.fort.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own rules over docker-compose.yml, and that each is broken by one change of the real file. */
class ComposeFileTests {

    private static final Tree TREE = Tree.find();
    private static final String REAL = TREE.text("docker-compose.yml");

    @ParameterizedTest
    @EnumSource
    void keepsEveryRule(ComposeRules rule) {
        assertThat(rule.breaches(TREE, Compose.parse(REAL))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isSeenToFail(ComposeRules rule, String part, String change, String breach) {
        assertThat(REAL).contains(part);

        Compose broken = Compose.parse(REAL.replace(part, change));

        assertThat(rule.breaches(TREE, broken)).anyMatch(sentence -> sentence.contains(breach));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        ComposeRules.EVERY_SERVICE_OF_THE_TREE_IS_THERE,
                        "services/timeline/target/app",
                        "services/triage/target/app",
                        "services/timeline"),
                arguments(
                        ComposeRules.IMAGES_HOLD_WHAT_THE_BUILD_MAKES,
                        "services/timeline/target/app",
                        "services/time/target/app",
                        "timeline"),
                arguments(
                        ComposeRules.IMAGES_HOLD_WHAT_THE_BUILD_MAKES,
                        "fort-timeline.jar",
                        "fort-triage.jar",
                        "timeline"),
                arguments(
                        ComposeRules.IMAGES_HOLD_WHAT_THE_BUILD_MAKES,
                        "scot.fort.launcher.Fort,",
                        "scot.fort.launcher.Fortress,",
                        "schemas"),
                arguments(ComposeRules.VERSIONS_ARE_THOSE_OF_THE_BUILD, "apache/kafka:", "apache/kafka:1", "kafka"),
                arguments(ComposeRules.VERSIONS_ARE_THOSE_OF_THE_BUILD, "mongo:8.0", "mongo:latest", "mongodb"),
                arguments(ComposeRules.VERSIONS_ARE_THOSE_OF_THE_BUILD, "mongo:8.0", "mongo", "mongodb"),
                arguments(
                        ComposeRules.PORTS_ARE_THE_KNOWN_ONES_ON_LOOPBACK,
                        "127.0.0.1:8085:8085",
                        "8085:8085",
                        "timeline"),
                arguments(
                        ComposeRules.PORTS_ARE_THE_KNOWN_ONES_ON_LOOPBACK,
                        "127.0.0.1:8085:8085",
                        "127.0.0.1:8095:8085",
                        "timeline"),
                arguments(
                        ComposeRules.PORTS_ARE_THE_KNOWN_ONES_ON_LOOPBACK,
                        "127.0.0.1:27017:",
                        "0.0.0.0:27017:",
                        "mongodb"),
                arguments(
                        ComposeRules.SETTINGS_ARE_READ_BY_WHOM_THEY_ARE_GIVEN,
                        "FORT_SMTP_HOST",
                        "FORT_MAIL_HOST",
                        "notification does not read FORT_MAIL_HOST"),
                arguments(
                        ComposeRules.SCHEMAS_ARE_NOT_REGISTERED_BY_SERVICES,
                        "FORT_AUTO_REGISTER: \"false\"",
                        "FORT_AUTO_REGISTER: \"true\"",
                        "triage"),
                arguments(
                        ComposeRules.NO_SECRET_IS_SPELT_OUT,
                        "FORT_SMTP_HOST: mail",
                        "FORT_SMTP_PASSWORD: hunter2",
                        "notification"),
                arguments(
                        ComposeRules.NO_SECRET_IS_SPELT_OUT,
                        "mongodb://mongodb",
                        "mongodb://fort:hunter2@mongodb",
                        "triage"),
                arguments(
                        ComposeRules.NO_SECRET_IS_SPELT_OUT,
                        "file: ${FORT_KEK_FILE:-./.fort/kek.json}",
                        "content: hunter2",
                        "kek"),
                arguments(ComposeRules.EVERY_SERVICE_IS_CONFINED, "mem_limit: 1g", "x-none: 1g", "memory limit"),
                arguments(
                        ComposeRules.EVERY_SERVICE_IS_CONFINED,
                        "restart: unless-stopped",
                        "x-none: always",
                        "restart policy"),
                arguments(ComposeRules.EVERY_SERVICE_IS_CONFINED, "no-new-privileges:true", "label=none", "privileges"),
                arguments(ComposeRules.EVERY_SERVICE_IS_CONFINED, "cap_drop: [ALL]", "cap_drop: []", "capabilities"),
                arguments(
                        ComposeRules.EVERY_SERVICE_IS_CONFINED,
                        "user: \"${FORT_UID:-1000}:${FORT_UID:-1000}\"",
                        "user: root",
                        "unprivileged user"),
                arguments(
                        ComposeRules.EVERY_SERVICE_IS_CONFINED,
                        "read_only: true",
                        "read_only: false",
                        "write to its image"),
                arguments(
                        ComposeRules.WHAT_IS_WAITED_FOR_SAYS_WHEN_IT_IS_READY,
                        "healthcheck:",
                        "x-none:",
                        "mongodb has no health check"),
                arguments(
                        ComposeRules.WHAT_IS_WAITED_FOR_SAYS_WHEN_IT_IS_READY,
                        "topics: {condition: service_completed_successfully}",
                        "topics: {condition: service_healthy}",
                        "topics never says"),
                arguments(
                        ComposeRules.WHAT_IS_WAITED_FOR_SAYS_WHEN_IT_IS_READY,
                        "mail: {condition: service_healthy}",
                        "post: {condition: service_healthy}",
                        "post never says"),
                arguments(ComposeRules.HEALTH_IS_ASKED_WHERE_IT_IS_ANSWERED, "\"9085\"", "\"8085\"", "timeline"));
    }

    @Test
    void breaksEveryRuleAtLeastOnce() {
        Set<Object> broken = changes().map(change -> change.get()[0]).collect(Collectors.toSet());

        assertThat(broken).containsAll(Arrays.asList(ComposeRules.values()));
    }
}
