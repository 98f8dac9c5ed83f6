package scot.fort.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A mail server that takes mail for any recipient and lets tests read it by IMAP. */
final class Mail {
    private static final int HEAP_MEGABYTES = 64;

    private Mail() {}

    static PartDefinition definition(Path folder, Path log, int smtpPort, int imapPort) {
        List<String> command = Jvm.command(
                HEAP_MEGABYTES,
                "-Dlogback.configurationFile=server-logging.xml",
                "-cp",
                Jvm.serversClassPath(),
                "scot.fort.local.server.MailMain",
                Integer.toString(smtpPort),
                Integer.toString(imapPort));
        Readiness smtp = Readiness.greeting(smtpPort);
        Readiness imap = Readiness.greeting(imapPort);
        return new PartDefinition(
                "mail",
                List.of(smtpPort, imapPort),
                command,
                Map.of(),
                folder,
                log,
                () -> smtp.isReady() && imap.isReady());
    }
}
