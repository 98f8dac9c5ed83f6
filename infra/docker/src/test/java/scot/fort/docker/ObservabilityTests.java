package scot.fort.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is drawn and scraped is there to be drawn and scraped. */
class ObservabilityTests {

    private final Tree tree = Tree.find();

    @Test
    void drawsOnlyMetersThatTheCodeHas() {
        Set<String> meters = tree.files("services", ".java")
                .map(Tree::read)
                .flatMap(source -> Tree.matches(
                        Pattern.compile(
                                "(?:Gauge\\.builder|counter|Counter\\.builder|Timer\\.builder)\\(\\s*\"(fort\\.[a-z.]+)\""),
                        source))
                .map(name -> name.replace('.', '_'))
                .collect(Collectors.toSet());

        Set<String> drawn = Tree.matches(
                        Pattern.compile("\\b(fort_[a-z_]+?)(?:_seconds|_total|_bytes)*(?=[\\[{)])"),
                        tree.text("infra/observability/grafana/fort.json"))
                .collect(Collectors.toSet());

        assertThat(drawn).isNotEmpty().isSubsetOf(meters);
    }

    @Test
    void scrapesEveryServiceOnItsManagementPort() {
        String settings = tree.text("infra/observability/prometheus.yml");

        tree.services().stream()
                .map(Tree.Module::shortName)
                .filter(service -> !service.equals("identity"))
                .forEach(service -> assertThat(settings).containsPattern("- " + service + ":90\\d\\d\n"));
    }
}
