package scot.fort.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.local.Home;

/** The project's own files, as far as containers are made from them. */
record Tree(Path root) {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern IMPORT = Pattern.compile("classpath:(fort-[a-z-]+\\.yaml)");
    private static final Pattern SETTING = Pattern.compile("FORT_[A-Z_]+");

    static Tree find() {
        return new Tree(Home.find());
    }

    /** A module of the build. */
    record Module(String folder, String artifact, String version, boolean isService) {

        /** Where the build puts the jar, with {@code lib/} beside it. */
        String app() {
            return folder + (isService ? "/target/app" : "/target");
        }

        String jar() {
            return artifact + (isService ? ".jar" : "-" + version + ".jar");
        }

        /** What a service is called in the stack: {@code timeline} of {@code fort-timeline}. */
        String shortName() {
            return artifact.replaceFirst("^fort-", "");
        }
    }

    List<Module> modules() {
        return matches(MODULE, text("pom.xml")).map(this::module).toList();
    }

    /** What a deployment runs; what a benchmark measures against is none. */
    List<Module> services() {
        return modules().stream()
                .filter(Module::isService)
                .filter(module -> !module.folder().startsWith("infra/benchmarks/"))
                .toList();
    }

    /** The module whose output an image takes. */
    Optional<Module> moduleOf(String app) {
        return modules().stream().filter(module -> module.app().equals(app)).findFirst();
    }

    boolean hasClass(Module module, String name) {
        return Files.exists(
                root.resolve(module.folder()).resolve("src/main/java").resolve(name.replace('.', '/') + ".java"));
    }

    /** The environment names that a program reads: in its own settings, in those that it imports, or in its code. */
    Set<String> settingsOf(Module module) {
        Path resources = root.resolve(module.folder()).resolve("src/main/resources/application.yaml");
        if (!Files.exists(resources)) {
            return files(module.folder() + "/src/main/java", ".java")
                    .flatMap(file -> matches(SETTING, read(file), 0))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        String own = read(resources);
        return Stream.concat(Stream.of(own), matches(IMPORT, own).flatMap(name -> files(
                                "services/platform", "/src/main/resources/" + name)
                        .map(Tree::read)))
                .flatMap(yaml -> matches(Pattern.compile("\\$\\{(FORT_[A-Z_]+)"), yaml))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the root pom says in an element of that name, its parent aside. */
    String property(String name) {
        return matches(
                        Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<"),
                        PARENT.matcher(text("pom.xml")).replaceFirst(""))
                .findFirst()
                .orElseThrow();
    }

    String text(String file) {
        return read(root.resolve(file));
    }

    Stream<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Module module(String folder) {
        String pom = text(folder + "/pom.xml");
        String artifact = matches(ARTIFACT, PARENT.matcher(pom).replaceFirst(""))
                .findFirst()
                .orElseThrow();
        return new Module(folder, artifact, property("version"), pom.contains("<start-class>"));
    }

    static Stream<String> matches(Pattern pattern, String text) {
        return matches(pattern, text, 1);
    }

    private static Stream<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(group));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
