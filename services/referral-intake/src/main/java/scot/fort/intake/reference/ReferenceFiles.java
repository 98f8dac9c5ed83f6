package scot.fort.intake.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sets of codes that are kept in files on the classpath, YAML of the shape
 * {@code set-name: {title, description?, codes: [{code, label, description?, effectiveFrom?, effectiveTo?}]}}.
 */
public final class ReferenceFiles {

    private static final List<String> ALL =
            List.of("referral.yaml", "screening.yaml", "support.yaml", "answers.yaml", "errors.yaml", "operation.yaml");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReferenceFiles() {}

    private record SetInFile(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<CodeInFile> codes) {}

    private record CodeInFile(
            @Nullable String code,
            @Nullable String label,
            @Nullable String description,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {}

    /** @throws IllegalArgumentException when one of them is not as it must be; names the file, the set and the code */
    public static List<CodeSet> all() {
        List<CodeSet> sets = new ArrayList<>();
        for (String file : ALL) {
            String path = "/reference-data/" + file;
            try (InputStream in = Objects.requireNonNull(ReferenceFiles.class.getResourceAsStream(path), path)) {
                sets.addAll(read(file, in));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sets;
    }

    static List<CodeSet> read(String file, InputStream in) {
        List<CodeSet> sets = new ArrayList<>();
        for (Map.Entry<String, Object> entry : document(file, in).entrySet()) {
            try {
                sets.add(set(entry.getKey(), JSON.convertValue(entry.getValue(), SetInFile.class)));
            } catch (JacksonException | IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "Reference data " + file + ", set " + entry.getKey() + ": " + wrong.getMessage(), wrong);
            }
        }
        return sets;
    }

    private static CodeSet set(String name, SetInFile set) {
        return new CodeSet(
                name,
                set.title() == null ? "" : set.title(),
                set.description(),
                set.codes() == null
                        ? List.of()
                        : set.codes().stream()
                                .map(code -> Code.of(
                                        code.code(),
                                        code.label(),
                                        code.description(),
                                        code.effectiveFrom(),
                                        code.effectiveTo()))
                                .toList());
    }

    private static Map<String, Object> document(String file, InputStream in) {
        LoaderOptions loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(loading), new Representer(unused), unused, loading, new TextsOnly());
        try {
            return yaml.load(in);
        } catch (YAMLException malformed) {
            throw new IllegalArgumentException("Reference data " + file + ": " + malformed.getMessage(), malformed);
        }
    }

    /** Lets every value be the text that it is: a code {@code NO} is no boolean. */
    private static final class TextsOnly extends Resolver {

        @Override
        protected void addImplicitResolvers() {}
    }
}
