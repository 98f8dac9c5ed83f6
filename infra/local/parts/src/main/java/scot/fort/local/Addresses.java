package scot.fort.local;

import java.nio.file.Path;

/**
 * Where the parts of a stack are.
 *
 * @param kafka bootstrap servers
 * @param registryUrl base of the registry's Confluent API
 */
public record Addresses(
        String kafka,
        String registryUrl,
        String mongodbUri,
        String smtpHost,
        int smtpPort,
        String imapHost,
        int imapPort) {

    /** Reads them from a {@code stack.properties}. */
    public static Addresses read(Path file) {
        return read(new Records(file));
    }

    static Addresses read(Records records) {
        return new Addresses(
                records.require("address.kafka"),
                records.require("address.registry"),
                records.require("address.mongodb"),
                records.require("address.smtp.host"),
                records.requireNumber("address.smtp.port"),
                records.require("address.imap.host"),
                records.requireNumber("address.imap.port"));
    }

    void writeTo(Records records) {
        records.put("address.kafka", kafka);
        records.put("address.registry", registryUrl);
        records.put("address.mongodb", mongodbUri);
        records.put("address.smtp.host", smtpHost);
        records.put("address.smtp.port", smtpPort);
        records.put("address.imap.host", imapHost);
        records.put("address.imap.port", imapPort);
    }
}
