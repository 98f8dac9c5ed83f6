package scot.fort.triage.screening.web;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.content.FreeText;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.service.AvroDocument;

/**
 * Opens what is sealed of one referral, for a reader who may see it; what was erased is absent.
 *
 * @param erased whether that is known, for a key may be cached for a while after it was destroyed
 */
record OpenedTexts(Opener opener, String referralId, boolean erased) {

    @Nullable String text(@Nullable Sealed sealed) {
        return sealed == null
                ? null
                : open(sealed, FreeText.class).map(FreeText::getText).orElse(null);
    }

    @Nullable Map<String, Object> document(Sealed sealed, Class<? extends SpecificRecord> type) {
        return open(sealed, type).map(AvroDocument::of).orElse(null);
    }

    private <T extends SpecificRecord> Optional<T> open(Sealed sealed, Class<T> type) {
        return erased
                ? Optional.empty()
                : opener.open(sealed.toAvro(), referralId, type).content();
    }
}
