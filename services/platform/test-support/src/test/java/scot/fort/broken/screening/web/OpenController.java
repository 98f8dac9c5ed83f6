package scot.fort.broken.screening.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A controller that does not say who may call, and whose body's record everybody sees. */
@RestController
class OpenController {

    @PostMapping("/open")
    String open(@RequestBody OpenRequest request) {
        return request.reason();
    }

    @PostMapping("/private")
    String keptPrivate(@RequestBody PrivateRequest request) {
        return request.reason();
    }

    record PrivateRequest(String reason) {}
}
