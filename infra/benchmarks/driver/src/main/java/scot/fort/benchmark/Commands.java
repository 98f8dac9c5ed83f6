package scot.fort.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that a service has sent to the database, as the driver's listener counted them for the service's own figures.
 *
 * @param counts by command and collection, for example {@code insert referrals}
 */
record Commands(Map<String, Long> counts) {

    private static final Pattern COUNT = Pattern.compile(
            "^mongodb_driver_commands_seconds_count\\{(?=.*?collection=\"([^\"]*)\")(?=.*?command=\"([^\"]*)\").*?} ([0-9.eE+]+)$",
            Pattern.MULTILINE);

    /** @param token of an operator */
    static Commands of(String managementUrl, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return parse(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new IllegalStateException("The service does not tell its figures", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", interrupted);
        }
    }

    static Commands parse(String figures) {
        Map<String, Long> counts = new TreeMap<>();
        Matcher count = COUNT.matcher(figures);
        while (count.find()) {
            counts.merge(
                    count.group(2) + " " + count.group(1), Math.round(Double.parseDouble(count.group(3))), Long::sum);
        }
        return new Commands(counts);
    }

    Commands since(Commands before) {
        Map<String, Long> more = new TreeMap<>();
        counts.forEach((command, count) -> more.put(command, count - before.counts.getOrDefault(command, 0L)));
        more.values().removeIf(count -> count == 0);
        return new Commands(more);
    }

    long of(String command) {
        return counts.getOrDefault(command, 0L);
    }
}
