package scot.fort.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scot.fort.local.Addresses;
import scot.fort.local.Jvm;
import scot.fort.local.PartDefinition;
import scot.fort.local.Readiness;
import scot.fort.local.Stack;
import scot.fort.platform.sealing.KeyEncryptionKey;
import scot.fort.platform.sealing.SecretFile;

/** How a service is run as a further part of a stack: its command, and where it is told that everything else is. */
final class Services {
    private static final String LOOPBACK = "http://127.0.0.1:";

    private Services() {}

    static PartDefinition definition(Service service, Stack stack, StackPorts ports, QuickStart quick) {
        int port = ports.of(service);
        int management = StackPorts.management(port);
        List<String> command =
                Jvm.command(service.heapMegabytes(), quick.arguments(service).toArray(String[]::new));
        return new PartDefinition(
                service.part(),
                List.of(port, management),
                command,
                environment(service, stack, ports),
                stack.folder(service.part()),
                stack.log(service.part()),
                Readiness.http(LOOPBACK + management + "/actuator/health/readiness"));
    }

    static String url(int port) {
        return LOOPBACK + port;
    }

    private static Map<String, String> environment(Service service, Stack stack, StackPorts ports) {
        Addresses addresses = stack.addresses();
        Map<String, String> environment = new HashMap<>();
        environment.put("FORT_BIND", "127.0.0.1");
        environment.put("FORT_PORT", Integer.toString(ports.of(service)));
        environment.put("FORT_MANAGEMENT_PORT", Integer.toString(StackPorts.management(ports.of(service))));
        environment.put("FORT_ISSUER_URI", url(ports.of(Service.IDENTITY)));
        environment.put(
                "FORT_IDENTITY_KEY_FILE",
                stack.folder("keys").resolve("signing-key.json").toString());
        environment.put("FORT_KAFKA", addresses.kafka());
        environment.put("FORT_SCHEMA_REGISTRY_URL", addresses.registryUrl());
        environment.put("FORT_AUTO_REGISTER", "true");
        environment.put("FORT_MONGODB_URI", addresses.mongodbUri());
        environment.put("FORT_SMTP_HOST", addresses.smtpHost());
        environment.put("FORT_SMTP_PORT", Integer.toString(addresses.smtpPort()));
        environment.put("FORT_KEK_FILE", keyEncryptionKey(stack).toString());
        if (service == Service.TRIAGE) {
            environment.put("FORT_MATCHING_KEY_FILE", matchingKey(stack).toString());
        }
        return environment;
    }

    /** Made once per data folder: what was sealed with it must open after every later start. */
    private static Path keyEncryptionKey(Stack stack) {
        return made(stack.folder("keys").resolve("key-encryption-key.json"), KeyEncryptionKey::generate);
    }

    /** As that: what was hashed under another is never found again. */
    private static Path matchingKey(Stack stack) {
        return made(stack.folder("keys").resolve("matching-key"), SecretFile::generate);
    }

    private static Path made(Path file, Generator generator) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                generator.generate(file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file. */
    @FunctionalInterface
    private interface Generator {
        void generate(Path file) throws IOException;
    }
}
