package scot.fort.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide whose commands can be run: its blocks of {@code sh}, each with the block of {@code json} or {@code text} behind
 * it, in which the answer is shown.
 */
final class Guide {

    private static final Pattern BLOCK =
            Pattern.compile("```sh\\n(.*?)```\\n(?:\\s*```(json|text)\\n(.*?)```)?", Pattern.DOTALL);
    private static final long MINUTES = 3;

    private final List<Step> steps;

    private Guide(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * A block of commands.
     *
     * @param form of what is shown: {@code json}, {@code text}, or empty where nothing is
     */
    record Step(String commands, String form, String shown) {}

    /** What a step came to when it was run. */
    record Done(Step step, String said, String complaints, int exit) {}

    static Guide read(Path file) {
        try {
            List<Step> steps = new ArrayList<>();
            Matcher blocks = BLOCK.matcher(Files.readString(file));
            while (blocks.find()) {
                String form = blocks.group(2);
                steps.add(new Step(blocks.group(1), form == null ? "" : form, form == null ? "" : blocks.group(3)));
            }
            return new Guide(steps);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Runs the steps in one shell, in a folder of their own, up to the first that fails.
     *
     * @param beforehand what the shell is told first
     * @param instead texts of the guide, each with what stands there in this run
     */
    List<Done> run(Path folder, String beforehand, Map<String, String> instead) {
        StringBuilder script = new StringBuilder(beforehand).append('\n');
        for (int number = 0; number < steps.size(); number++) {
            script.append("{\n%s} > said.%d 2> complaints.%d\necho $? > exit.%d\n[ \"$(cat exit.%d)\" = 0 ] || exit 1\n"
                    .formatted(replaced(steps.get(number).commands(), instead), number, number, number, number));
        }
        try {
            Path file = Files.writeString(folder.resolve("guide.sh"), script);
            Process shell = new ProcessBuilder("bash", file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("shell.txt").toFile())
                    .start();
            if (!shell.waitFor(MINUTES, TimeUnit.MINUTES)) {
                shell.descendants().forEach(ProcessHandle::destroy);
                shell.destroy();
            }
            List<Done> done = new ArrayList<>();
            for (int number = 0; number < steps.size(); number++) {
                done.add(done(folder, number));
            }
            return done;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Done done(Path folder, int number) throws IOException {
        Path exit = folder.resolve("exit." + number);
        return new Done(
                steps.get(number),
                text(folder.resolve("said." + number)),
                text(folder.resolve("complaints." + number)),
                Files.exists(exit) ? Integer.parseInt(Files.readString(exit).strip()) : -1);
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static String replaced(String text, Map<String, String> instead) {
        String replaced = text;
        for (Map.Entry<String, String> each : instead.entrySet()) {
            replaced = replaced.replace(each.getKey(), each.getValue());
        }
        return replaced;
    }
}
