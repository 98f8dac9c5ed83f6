package scot.fort.triage.screening.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.screening.Screenings;

/** What it takes to open the content of screenings. */
@Component
record Openings(Screenings visible, ScreeningAnswers answers, DuplicateLinks links, AccessLog accessLog, Clock clock) {

    /** For one request. */
    Opening of(Caller caller, RequestContext context) {
        return new Opening(this, caller, context);
    }
}
