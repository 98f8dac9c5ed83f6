package scot.fort.allocation.directory.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.allocation.directory.DirectoryImport;
import scot.fort.allocation.directory.DirectoryImport.Outcome;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.service.Causes;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import tools.jackson.databind.JsonNode;

/** Brings a directory in. A service with faults is told of and left out; the others go in. */
@RestController
class DirectoryController {

    private final DirectoryImport directory;
    private final CheckedBodies bodies;

    DirectoryController(DirectoryImport directory, CheckedBodies bodies) {
        this.directory = directory;
        this.bodies = bodies;
    }

    /** @param errors the faults of the services that were left out */
    record DirectoryResponse(int created, int updated, int unchanged, List<FieldFault> errors) {}

    @PutMapping("/v1/directory")
    @Allow({Role.COORDINATOR, Role.SCREENING_MANAGER})
    DirectoryResponse put(@CheckedBody DirectoryRequest request, Caller caller, RequestContext context) {
        Cause cause = Causes.of(caller, context);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<FieldFault> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (JsonNode document : request.services()) {
            String pointer = request.pointer(index++);
            switch (bodies.check(document, HsdsService.class)) {
                case Checked.Invalid<HsdsService>(var problem, var _) -> errors.addAll(at(pointer, problem.errors()));
                case Checked.Valid<HsdsService>(var service, var _) -> {
                    ReadService read = new ReadService(service);
                    List<FieldFault> faults = new ArrayList<>(read.faults());
                    if (!seen.add(read.id())) {
                        faults.add(new FieldFault("/id", "duplicate", "Another service of this body has the same id."));
                    }
                    if (faults.isEmpty()) {
                        counts.merge(directory.put(read.id(), read.profile(), read.capacity(), cause), 1, Integer::sum);
                    }
                    errors.addAll(at(pointer, faults));
                }
            }
        }
        return new DirectoryResponse(
                counts.getOrDefault(Outcome.CREATED, 0),
                counts.getOrDefault(Outcome.UPDATED, 0),
                counts.getOrDefault(Outcome.UNCHANGED, 0),
                errors);
    }

    private static List<FieldFault> at(String pointer, List<FieldFault> faults) {
        return faults.stream()
                .map(fault -> new FieldFault(pointer + fault.pointer(), fault.code(), fault.message()))
                .toList();
    }
}
