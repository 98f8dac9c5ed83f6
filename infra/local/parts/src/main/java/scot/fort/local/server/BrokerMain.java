package scot.fort.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Kafka: formats its folder on the first start, in the same process, which saves the start of a second one. */
final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: the file of its properties, the folder of its data. */
    public static void main(String[] args) throws IOException {
        String properties = args[0];
        Path data = Path.of(args[1]);
        if (Files.notExists(data.resolve("meta.properties"))) {
            Files.createDirectories(data);
            String cluster = Uuid.randomUuid().toString();
            int exit = StorageTool.execute(new String[] {"format", "-t", cluster, "-c", properties}, System.out);
            if (exit != 0) {
                System.exit(exit);
            }
        }
        Kafka.main(new String[] {properties});
    }
}
