package scot.fort.allocation.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.OfferCommand.Accept;
import scot.fort.allocation.allocation.OfferCommand.Start;
import scot.fort.allocation.allocation.OfferDecisions.Proposal;
import scot.fort.allocation.directory.Capacity;
import scot.fort.allocation.directory.Profile;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;
import scot.fort.platform.lifecycle.Consents;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Told;
import scot.fort.platform.sealing.Sealed;

/** Families and services as unit tests need them, without anything stored or sealed. */
final class Families {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant END = NOW.plusSeconds(3600);
    static final Sealed SEALED = new Sealed("k1", new byte[] {1});
    static final SealedWords WORDS = new SealedWords(SEALED, null);

    private Families() {}

    static Child child(String ref, @Nullable Integer age, @Nullable String ward) {
        return new Child(ref, age, false, ward);
    }

    /** An allocation just opened for these children, on a decision for these kinds of support. */
    static Allocation opened(List<Child> children, SupportCode... supports) {
        Allocation received = Allocation.unheard()
                .received(new Family(
                        "r1", "FORT-7K2M-9QXA", Lane.FAMILY_SUPPORT, false, true, Consents.none(), "k1", children))
                .state();
        return decided(received, 1, children.stream().map(Child::ref).toList(), supports);
    }

    static Allocation opened() {
        return opened(List.of(child("c1", 11, "LOCHEE")), SupportCode.FAMILY_SUPPORT);
    }

    static Allocation decided(Allocation allocation, int round, List<String> refs, SupportCode... supports) {
        return decision(allocation, round, refs, supports).state();
    }

    static Accepted<Allocation, AllocationEvent> decision(
            Allocation allocation, int round, List<String> refs, SupportCode... supports) {
        return allocation
                .heard(new Heard(
                        "ScreeningDecided",
                        Map.of("decision", "ALLOCATE_FAMILY_SUPPORT"),
                        Map.of("round", round),
                        refs))
                .decided(Plan.decided(round, List.of(supports), refs, NOW.plusSeconds(round)));
    }

    static SupportService service(String id, int available, SupportCode... supports) {
        return service(id, available, 0, 17, Set.of("LOCHEE"), supports);
    }

    static SupportService service(
            String id, int available, int minimumAge, int maximumAge, Set<String> wards, SupportCode... supports) {
        Profile profile = new Profile(
                "Service " + id,
                "active",
                null,
                "provider-" + id,
                List.of(supports),
                minimumAge,
                maximumAge,
                List.copyOf(wards));
        return SupportService.added(id, profile, new Capacity(20, available, NOW))
                .state();
    }

    static Allocation offered(Allocation allocation, String offerId, boolean automatic) {
        return offered(allocation, offerId, service("s-" + offerId, 3, SupportCode.FAMILY_SUPPORT), automatic);
    }

    static Allocation offered(Allocation allocation, String offerId, SupportService service, boolean automatic) {
        return accepted(OfferDecisions.on(allocation).offer(proposal(offerId, service, automatic), NOW))
                .state();
    }

    /** A place is held under the id of the offer. */
    static Proposal proposal(String offerId, SupportService service, boolean automatic) {
        return new Proposal(offerId, offerId, service, automatic, END, null);
    }

    static Allocation started(Allocation allocation, String offerId) {
        return answered(answered(allocation, offerId, new Accept()), offerId, new Start());
    }

    /** The hub comes to something else than support. */
    static Accepted<Allocation, AllocationEvent> otherwise(Allocation allocation, int round, String... refs) {
        return allocation
                .heard(new Heard(
                        "ScreeningDecided",
                        Map.of("decision", "SOCIAL_WORK_ASSESSMENT"),
                        Map.of("round", round),
                        List.of(refs)))
                .decidedOtherwise(List.of(refs), NOW);
    }

    static Heard reopening(int round, String... children) {
        return new Heard("ScreeningReopened", Map.of(), Map.of("round", round, "submission", 0), List.of(children));
    }

    static Allocation answered(Allocation allocation, String offerId, OfferCommand command) {
        return accepted(OfferDecisions.on(allocation).answer(offerId, command, WORDS, NOW))
                .state();
    }

    static Accepted<Allocation, AllocationEvent> accepted(Decision<Allocation, AllocationEvent> decision) {
        return (Accepted<Allocation, AllocationEvent>) decision;
    }

    /** What another service told. */
    record Heard(String type, Map<String, String> codes, Map<String, Integer> numbers, List<String> childrenRefs)
            implements Told {

        @Override
        public Optional<String> text(String field) {
            return Optional.ofNullable(codes.get(field));
        }

        @Override
        public Optional<Integer> number(String field) {
            return Optional.ofNullable(numbers.get(field));
        }

        @Override
        public List<String> texts(String field) {
            return field.equals("childrenRefs") ? childrenRefs : List.of();
        }
    }
}
