package scot.fort.intake.referral.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import scot.fort.platform.web.body.CanonicalJson;
import tools.jackson.databind.JsonNode;

/** By what two bodies are compared: SHA-256 of the RFC 8785 form, in base 64. It is kept sealed only. */
public final class BodyDigest {

    private BodyDigest() {}

    /** @param body as it was checked: without nulls, text in one form */
    public static String of(JsonNode body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(body));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
