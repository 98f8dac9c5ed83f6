package scot.fort.platform.messaging.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import scot.fort.local.Addresses;
import scot.fort.local.Topics;
import scot.fort.platform.sealing.KeyEncryptionKey;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;

/** What a whole service needs to be told to run as a test on the real stack. */
public final class ServiceSettings {

    /** 32 bytes that keep nothing secret. */
    private static final String MATCHING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private ServiceSettings() {}

    /** A prefix of topics and databases that no other working copy's tests use, for several may share one stack. */
    public static String prefix(String suite) {
        return suite + "-" + Integer.toHexString(Path.of("").toAbsolutePath().hashCode());
    }

    /**
     * Tells a {@code @SpringBootTest}, from its {@code @DynamicPropertySource}, where the parts are; creates the topics.
     *
     * @param prefix of its topics and databases, so that suites keep out of each other's way
     */
    public static void register(DynamicPropertyRegistry registry, String prefix, TestIssuer issuer) {
        of(RealStack.addresses(), prefix, issuer.uri()).forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The same as environment variables or properties of a process. */
    public static Map<String, String> of(Addresses stack, String prefix, String issuerUri) {
        Topics.create(stack.kafka(), prefix);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("FORT_KAFKA", stack.kafka());
        settings.put("FORT_SCHEMA_REGISTRY_URL", stack.registryUrl());
        settings.put("FORT_MONGODB_URI", stack.mongodbUri());
        settings.put("FORT_SMTP_HOST", stack.smtpHost());
        settings.put("FORT_SMTP_PORT", Integer.toString(stack.smtpPort()));
        settings.put("FORT_TOPIC_PREFIX", prefix);
        settings.put("FORT_DATABASE_PREFIX", prefix);
        settings.put("FORT_AUTO_REGISTER", "true");
        settings.put("FORT_KEK_FILE", kek().toString());
        settings.put("FORT_MATCHING_KEY", MATCHING_KEY);
        settings.put("FORT_MATCHING_POLL", "200ms");
        settings.put("FORT_ISSUER_URI", issuerUri);
        settings.put("FORT_PORT", "0");
        settings.put("FORT_MANAGEMENT_PORT", "0");
        return settings;
    }

    private static Path kek() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kek");
            Path file = folder.resolve("kek.json").toAbsolutePath();
            KeyEncryptionKey.generate(file);
            return file;
        } catch (IOException noFile) {
            throw new UncheckedIOException(noFile);
        }
    }
}
