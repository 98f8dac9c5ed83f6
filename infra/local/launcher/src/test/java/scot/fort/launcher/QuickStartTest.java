package scot.fort.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class QuickStartTest {

    @ParameterizedTest
    @EnumSource(value = Service.class, names = "IDENTITY", mode = Mode.EXCLUDE)
    void givesEachServiceTheLibrariesItWasBuiltWithAndNoOthers(Service service) throws Exception {
        QuickStart quick = QuickStart.ofThisBuild();
        List<String> classPath = names(Stream.of(quick.classPath(service).split(File.pathSeparator)));

        try (Stream<Path> libraries = Files.list(service.jar().resolveSibling("lib"))) {
            Stream<Path> all = Stream.concat(libraries, Stream.of(service.jar()));
            assertThat(classPath).containsExactlyInAnyOrderElementsOf(names(all.map(Path::toString)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Service.class, names = "IDENTITY", mode = Mode.EXCLUDE)
    void putsTheSharedLibrariesFirstInOneOrder(Service service) {
        QuickStart quick = QuickStart.ofThisBuild();

        assertThat(quick.sharedClassPath()).contains("spring-core").doesNotContain(File.separator + "fort-");
        assertThat(quick.classPath(service)).startsWith(quick.sharedClassPath() + File.pathSeparator);
    }

    private static List<String> names(Stream<String> paths) {
        return paths.map(path -> Path.of(path).getFileName().toString()).toList();
    }
}
