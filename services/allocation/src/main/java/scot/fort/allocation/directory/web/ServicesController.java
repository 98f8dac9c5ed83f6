package scot.fort.allocation.directory.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.Directory.Search;
import scot.fort.allocation.directory.PlacesChanged;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** The services of the directory and their room; a provider sees and corrects its own. */
@RestController
@Allow({Role.COORDINATOR, Role.SCREENING_MANAGER, Role.PROVIDER_WORKER, Role.PROVIDER_MANAGER})
class ServicesController {

    private final Directory directory;
    private final Commands<SupportService, PlacesChanged> commands;
    private final Clock clock;

    ServicesController(Directory directory, Commands<SupportService, PlacesChanged> commands, Clock clock) {
        this.directory = directory;
        this.commands = commands;
        this.clock = clock;
    }

    /** @param age in whole years */
    @GetMapping("/v1/services")
    Page<ServiceResponse> services(
            @RequestParam(required = false) @Nullable SupportCode support,
            @RequestParam(required = false) @Nullable Integer age,
            @RequestParam(required = false) @Nullable String ward,
            PageQuery page,
            Caller caller) {
        Search search = new Search(support, age, ward, seesAll(caller) ? null : caller.organisation());
        Cursor after = page.after();
        List<SupportService> found = directory.search(search, after == null ? null : after.text(0), page.fetch());
        return Page.of(found, page, service -> Cursor.of(service.id()), clock.instant())
                .map(ServiceResponse::of);
    }

    @PutMapping("/v1/services/{id}/capacity")
    ServiceResponse capacity(
            @PathVariable UUID id, @CheckedBody CapacityRequest request, Caller caller, RequestContext context) {
        Integer available = request.available();
        if (available != null && available > request.maximum()) {
            throw new ProblemException(Problem.invalid("/available", "out-of-range", "Is more than the maximum."));
        }
        Target<SupportService> target = Target.of(
                id.toString(),
                service -> seesAll(caller)
                        || caller.organisation().equals(service.profile().providerOrganisation()));
        return ServiceResponse.of(commands.handle(
                        target,
                        Causes.of(caller, context),
                        service -> service.state(request.maximum(), available, clock.instant()))
                .state());
    }

    private static boolean seesAll(Caller caller) {
        return caller.is(Role.COORDINATOR) || caller.is(Role.SCREENING_MANAGER);
    }
}
