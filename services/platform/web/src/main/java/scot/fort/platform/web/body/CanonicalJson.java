package scot.fort.platform.web.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;

/** The RFC 8785 form of a body: two bodies that say the same have the same bytes. */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** UTF-8 bytes of the canonical form. */
    public static byte[] bytes(JsonNode tree) {
        try {
            return new JsonCanonicalizer(tree.toString()).getEncodedUTF8();
        } catch (IOException notRepresentable) {
            throw new UncheckedIOException(notRepresentable);
        }
    }
}
