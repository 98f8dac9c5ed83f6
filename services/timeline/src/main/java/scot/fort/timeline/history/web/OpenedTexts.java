package scot.fort.timeline.history.web;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.SealedContent;
import scot.fort.events.content.FreeText;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.service.AvroDocument;
import scot.fort.timeline.history.SealedPart;

/** Opens what an entry holds sealed, for a reader who may see it. */
final class OpenedTexts {

    private final Opener opener;

    OpenedTexts(Opener opener) {
        this.opener = opener;
    }

    /** A free text as it is, any other content as a document; nothing when it was erased. */
    Optional<Object> open(SealedPart part, String referralId) {
        SealedContent sealed = new SealedContent(part.keyId(), ByteBuffer.wrap(part.ciphertext()));
        return opener.open(sealed, referralId, type(part.content())).content().map(OpenedTexts::shown);
    }

    private static Object shown(SpecificRecord content) {
        return content instanceof FreeText text ? text.getText() : AvroDocument.of(content);
    }

    private static Class<? extends SpecificRecord> type(String content) {
        try {
            return Class.forName(FreeText.class.getPackageName() + "." + content)
                    .asSubclass(SpecificRecord.class);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException("No content record is called " + content, unknown);
        }
    }
}
