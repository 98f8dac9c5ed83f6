package scot.fort.intake.batch.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.batch.csv.Columns;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Role;

/**
 * Gives out a file to fill in. It has no row: one that shows how it is done would be sent one day, and be a referral of
 * children that there are not.
 */
@RestController
class TemplateController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final byte[] template;

    TemplateController(Columns columns) {
        this.template = columns.template().getBytes(StandardCharsets.UTF_8);
    }

    /** The header alone. */
    @GetMapping("/v1/referrals/batch/template.csv")
    @Allow(Role.REFERRER)
    ResponseEntity<byte[]> template() {
        String attachment = ContentDisposition.attachment()
                .filename("fort-referrals.csv")
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .contentType(CSV)
                .body(template);
    }
}
