package scot.fort.intake.batch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.intake.batch.Batch;
import scot.fort.intake.batch.BatchHandler;
import scot.fort.intake.batch.Desk;
import scot.fort.intake.batch.Entry;
import scot.fort.intake.batch.NdjsonFormat;
import scot.fort.intake.batch.Opening;
import scot.fort.intake.batch.csv.Columns;
import scot.fort.intake.batch.csv.CsvFormat;
import scot.fort.intake.referral.submission.Outcome;
import scot.fort.intake.referral.submission.Submissions;
import scot.fort.intake.referral.web.DryRun;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** Takes files of referrals. */
@RestController
class BatchController {

    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;
    private static final String CSV = "text/csv";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Submissions submissions;
    private final BatchHandler batches;
    private final Columns columns;
    private final CheckedBodies bodies;
    private final int mostLineBytes;
    private final Places places;

    BatchController(
            Submissions submissions,
            BatchHandler batches,
            Columns columns,
            CheckedBodies bodies,
            BatchProperties properties) {
        this.submissions = submissions;
        this.batches = batches;
        this.columns = columns;
        this.bodies = bodies;
        this.mostLineBytes = properties.bounds().mostLineBytes();
        this.places = new Places(properties.atOnce());
    }

    /** Answers every line as if it had been sent alone, while the next ones are still on their way. */
    @PostMapping(
            path = "/v1/referrals/batch",
            consumes = {NDJSON, CSV})
    @Allow(Role.REFERRER)
    void submit(
            @RequestParam(name = DryRun.PARAMETER, required = false) @Nullable String dryRun,
            Caller caller,
            RequestContext context,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        MediaType type = supported(request);
        Desk desk = DryRun.isAskedBy(dryRun)
                ? sent -> submissions.dryRun(sent.idempotencyKey(), sent.body(), caller)
                : new RealDesk(submissions, caller, context);
        if (!places.take(caller.organisation())) {
            throw new ProblemException(Problem.busy(RETRY_AFTER));
        }
        try {
            Batch batch = batches.begin(request.getInputStream());
            switch (batch.open(in -> opening(in, type))) {
                case Opening.Refused(Problem problem) -> {
                    batch.skipRest();
                    throw new ProblemException(problem);
                }
                case Opening.Opened opened -> {
                    response.setContentType(NDJSON);
                    response.flushBuffer();
                    batch.run(opened, desk, response.getOutputStream());
                }
            }
        } finally {
            places.giveBack(caller.organisation());
        }
    }

    /** Where what is taken is a referral. */
    private record RealDesk(Submissions submissions, Caller caller, RequestContext context) implements Desk {

        @Override
        public Outcome take(Entry.Sent sent) {
            return submissions.submit(sent.idempotencyKey(), sent.body(), caller, context);
        }

        @Override
        public Problem refuse(Entry.Misfit misfit) {
            return submissions.refused(misfit.problem(), misfit.body()).problem();
        }
    }

    private Opening opening(InputStream in, MediaType type) throws IOException {
        return type.getSubtype().equals("csv")
                ? CsvFormat.open(in, mostLineBytes, columns, bodies)
                : NdjsonFormat.open(in, mostLineBytes, bodies);
    }

    private static MediaType supported(HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        Charset charset = type.getCharset();
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null
                || charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new ProblemException(Problem.unsupportedMediaType(NDJSON + ", " + CSV));
        }
        return type;
    }
}
