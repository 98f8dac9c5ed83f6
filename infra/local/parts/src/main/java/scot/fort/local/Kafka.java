package scot.fort.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A single Kafka node, broker and controller in one (KRaft), as the local stack runs it. */
final class Kafka {
    private static final int HEAP_MEGABYTES = 384;
    private static final int ADMIN_TIMEOUT_MILLIS = 5_000;

    private Kafka() {}

    static PartDefinition definition(Path folder, Path log, int port, int controllerPort) {
        Path data = folder.resolve("data");
        Path properties = writeProperties(folder, data, port, controllerPort);
        List<String> command = Jvm.command(
                HEAP_MEGABYTES,
                "-Dlogback.configurationFile=server-logging.xml",
                "-cp",
                Jvm.serversClassPath(),
                "scot.fort.local.server.BrokerMain",
                properties.toString(),
                data.toString());
        return new PartDefinition(
                "kafka",
                List.of(port, controllerPort),
                command,
                Map.of(),
                folder,
                log,
                () -> Ports.isListening(port) && brokers("127.0.0.1:" + port) == 1);
    }

    /** A client for administration that gives up within seconds. */
    static Admin admin(String bootstrap) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MILLIS));
    }

    private static int brokers(String bootstrap) throws Exception {
        try (Admin admin = admin(bootstrap)) {
            return admin.describeCluster()
                    .nodes()
                    .get(ADMIN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .size();
        }
    }

    private static Path writeProperties(Path folder, Path data, int port, int controllerPort) {
        Path file = folder.resolve("server.properties");
        String properties = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                unclean.leader.election.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                log.retention.ms=-1
                """.formatted(port, controllerPort, data);
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
