package scot.fort.platform.web.description;

import java.io.IOException;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.web.security.Allow;

/** Answers the description as it was checked in; a client that has this one already is told so. */
@RestController
class DescriptionController {

    private final Resource document;

    DescriptionController(Resource document) {
        this.document = document;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(anyone = true)
    ResponseEntity<byte[]> openApi() throws IOException {
        byte[] content = document.getContentAsByteArray();
        return ResponseEntity.ok()
                .eTag(UUID.nameUUIDFromBytes(content).toString())
                .body(content);
    }
}
