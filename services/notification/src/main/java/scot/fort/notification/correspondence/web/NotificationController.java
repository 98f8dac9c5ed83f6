package scot.fort.notification.correspondence.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.notification.correspondence.Correspondence;
import scot.fort.notification.correspondence.Correspondences;
import scot.fort.notification.correspondence.Message;
import scot.fort.notification.correspondence.MessageSearch;
import scot.fort.notification.correspondence.MessageState;
import scot.fort.notification.correspondence.NotificationEvent;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** What became of the messages. */
@RestController
class NotificationController {

    private final Correspondences correspondences;
    private final Commands<Correspondence, NotificationEvent> commands;
    private final Clock clock;

    NotificationController(
            Correspondences correspondences, Commands<Correspondence, NotificationEvent> commands, Clock clock) {
        this.correspondences = correspondences;
        this.commands = commands;
        this.clock = clock;
    }

    /** In the order of the referrals' ids, and about one referral in the order in which they were queued. */
    @GetMapping("/v1/notifications")
    @Allow({Role.OPERATOR, Role.SCREENING_MANAGER})
    Page<NotificationResponse> notifications(
            @RequestParam(required = false) @Nullable UUID referralId,
            @RequestParam(required = false) @Nullable MessageState state,
            PageQuery page,
            Caller caller) {
        Instant asOf = clock.instant();
        MessageSearch search = new MessageSearch(
                referralId == null ? null : referralId.toString(), state, Restriction.seesRestricted(caller));
        return Page.of(
                        find(search, page),
                        page,
                        shown -> Cursor.of(shown.referralId(), shown.message().id()),
                        asOf)
                .map(NotificationResponse::of);
    }

    /** One more than the page holds; every correspondence has one at least, but for what the page before has shown of the first. */
    private List<ReferralMessage> find(MessageSearch search, PageQuery page) {
        Cursor after = page.after();
        return correspondences.search(search, after == null ? null : after.text(0), page.fetch() + 1).stream()
                .flatMap(found -> messages(found, after).filter(each -> search.includes(each.message())))
                .limit(page.fetch())
                .toList();
    }

    private static Stream<ReferralMessage> messages(Aggregate<Correspondence> found, @Nullable Cursor after) {
        Stream<ReferralMessage> all = ReferralMessage.of(found.id(), found.require());
        return after != null && after.text(0).equals(found.id())
                ? all.dropWhile(each -> !each.message().id().equals(after.text(1)))
                        .skip(1)
                : all;
    }

    /** Has a message that was given up tried once more, at once. */
    @PostMapping("/v1/notifications/{id}/retry")
    @Allow(Role.OPERATOR)
    NotificationResponse retry(@PathVariable UUID id, Caller caller, RequestContext context) {
        String messageId = id.toString();
        Handled<Correspondence> handled = commands.handle(
                () -> correspondences
                        .withMessage(messageId)
                        .filter(found -> Restriction.allows(found.require().isRestricted(), caller)),
                Causes.of(caller, context),
                correspondence -> correspondence.retry(messageId, clock.instant()));
        Message message = handled.state().message(messageId);
        return NotificationResponse.of(ReferralMessage.of(handled.id(), handled.state(), message));
    }
}
