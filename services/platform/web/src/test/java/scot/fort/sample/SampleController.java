package scot.fort.sample;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.concurrency.Version;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

@RestController
class SampleController {

    /** A body that may be left out. */
    record NextRequest(@Nullable String lane) {}

    private static final Version CURRENT = new Version(7);

    @GetMapping("/v1/caller")
    @Allow(anyone = true)
    Caller caller(Caller caller) {
        return caller;
    }

    @GetMapping("/v1/context")
    @Allow(anyone = true)
    RequestContext context(RequestContext context) {
        return context;
    }

    @GetMapping("/v1/screeners")
    @Allow(Role.SCREENER)
    Map<String, Object> screeners() {
        return Map.of("at", Instant.parse("2026-11-20T10:00:00Z"));
    }

    @GetMapping("/v1/unannotated")
    Map<String, Object> unannotated() {
        return Map.of();
    }

    @PostMapping("/v1/visits")
    @Allow(Role.REFERRER)
    VisitRequest visit(@CheckedBody VisitRequest visit) {
        return visit;
    }

    @PostMapping("/v1/visits/checked")
    @Allow(Role.REFERRER)
    Map<String, Boolean> checked(@CheckedBody Checked<VisitRequest> visit) {
        return Map.of("valid", visit instanceof Checked.Valid);
    }

    @PostMapping("/v1/visits/next")
    @Allow(anyone = true)
    NextRequest next(@CheckedBody(optional = true) NextRequest next) {
        return next;
    }

    @DeleteMapping("/v1/items/{id}")
    @Allow(anyone = true)
    ResponseEntity<Void> delete(@PathVariable UUID id, IfMatch precondition) {
        precondition.require(CURRENT);
        return ResponseEntity.noContent().eTag(CURRENT.etag()).build();
    }

    @GetMapping("/v1/items")
    @Allow(anyone = true)
    Page<Integer> items(PageQuery query) {
        var after = query.after();
        var from = after == null ? 0 : Math.toIntExact(after.number(0)) + 1;
        var rows = IntStream.range(from, 120).limit(query.fetch()).boxed().toList();
        return Page.of(rows, query, Cursor::of, Instant.parse("2026-11-20T10:00:00.5Z"));
    }

    @GetMapping("/v1/since")
    @Allow(anyone = true)
    List<String> since(@RequestParam Instant updatedSince) {
        return List.of(updatedSince.toString());
    }

    @GetMapping("/v1/wards")
    @Allow(Role.SCREENER)
    Set<String> wards(
            @RequestParam(defaultValue = "") Set<String> ward,
            @RequestParam(name = "kind", required = false) @Nullable String sort,
            PageQuery page) {
        return new TreeSet<>(ward);
    }

    @GetMapping("/v1/refused")
    @Allow(anyone = true)
    void refused() {
        throw new ProblemException(
                Problem.of(new Refusal("illegal-transition", "It is closed.", List.of("IN_SCREENING"))));
    }

    @GetMapping("/v1/defect")
    @Allow(anyone = true)
    void defect(@RequestParam(required = false) @Nullable String of) {
        throw new IllegalStateException("defect: " + SampleServiceTest.PLANTED);
    }

    @GetMapping("/v1/broken-pipe")
    @Allow(anyone = true)
    void brokenPipe() {
        throw new IllegalStateException("to the database", new IOException("Broken pipe"));
    }

    @GetMapping("/v1/unreachable")
    @Allow(anyone = true)
    void unreachable() {
        throw SampleApplication.unreachable();
    }

    @GetMapping("/v1/bare-status")
    @Allow(anyone = true)
    void bareStatus(HttpServletResponse response) throws IOException {
        response.sendError(409, SampleServiceTest.PLANTED);
    }
}
