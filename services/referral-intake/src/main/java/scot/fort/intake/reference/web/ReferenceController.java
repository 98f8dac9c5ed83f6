package scot.fort.intake.reference.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.reference.CodeSet;
import scot.fort.intake.reference.ReferenceData;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.security.Allow;

/** Says what the codes mean, so that no client has to keep lists of its own. */
@RestController
@Allow(anyone = true)
class ReferenceController {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** A client that polls asks no more often, and is then mostly told that nothing has changed. */
    private static final CacheControl CACHING =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

    private final ReferenceData data;
    private final Clock clock;

    ReferenceController(ReferenceData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** The sets that there are. */
    @GetMapping(CodeSetResponse.PATH)
    ResponseEntity<Page<CodeSetResponse>> sets(PageQuery query) {
        List<CodeSetResponse> sets =
                data.sets().stream().map(CodeSetResponse::of).toList();
        return answer(sets, CodeSetResponse::name, query, clock.instant());
    }

    /**
     * The codes of a set that are effective today.
     *
     * @param at on this day instead: what a code of an old referral meant, or what may be sent from a day to come
     */
    @GetMapping(CodeSetResponse.PATH + "/{set}")
    ResponseEntity<Page<CodeResponse>> codes(
            @PathVariable("set") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate at,
            PageQuery query) {
        CodeSet set = data.set(name).orElseThrow(ProblemException::notFound);
        Instant now = clock.instant();
        List<CodeResponse> codes = set.effectiveOn(at == null ? LocalDate.ofInstant(now, ZONE) : at).stream()
                .map(CodeResponse::of)
                .toList();
        return answer(codes, CodeResponse::code, query, now);
    }

    private static <T> ResponseEntity<Page<T>> answer(
            List<T> all, Function<T, String> key, PageQuery query, Instant asOf) {
        Cursor after = query.after();
        List<T> rest = after == null ? all : following(all, key, after.text(0));
        Page<T> page = Page.of(
                rest.subList(0, Math.min(rest.size(), query.fetch())), query, last -> Cursor.of(key.apply(last)), asOf);
        return ResponseEntity.ok().cacheControl(CACHING).eTag(etag(page)).body(page);
    }

    private static <T> List<T> following(List<T> all, Function<T, String> key, String last) {
        return all.stream()
                .dropWhile(item -> !key.apply(item).equals(last))
                .skip(1)
                .toList();
    }

    /** Weak, since {@code asOf} goes on while the items stay. */
    private static String etag(Page<?> page) {
        try {
            byte[] shown = (page.items() + "|" + page.nextCursor()).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException neverMissing) {
            throw new IllegalStateException(neverMissing);
        }
    }
}
