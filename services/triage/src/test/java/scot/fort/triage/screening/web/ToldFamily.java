package scot.fort.triage.screening.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.content.Address;
import scot.fort.events.content.Child;
import scot.fort.events.content.ReferralContent;
import scot.fort.platform.messaging.contract.EventSamples;

/** The children of one referral, as a test has them told of: each with a name of their own that no other test uses. */
record ToldFamily(List<Child> children) {

    /** A child of eleven, by a name and at an address that nobody else has. */
    static ToldFamily ofOneChild() {
        String name = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        return new ToldFamily(List.of(Child.newBuilder(EventSamples.some(Child.class))
                .setRef("c1")
                .setGivenName("Isla" + name)
                .setFamilyName("Reid" + name)
                .setDateOfBirth("2015-03-09")
                .setAddress(new Address(List.of("12 " + name), null, null))
                .build()));
    }

    /** The first child told of otherwise. */
    ToldFamily but(UnaryOperator<Child.Builder> change) {
        List<Child> changed = new ArrayList<>(children);
        changed.set(0, change.apply(Child.newBuilder(children.getFirst())).build());
        return new ToldFamily(changed);
    }

    /** The first child's brother, told of beside all others. */
    ToldFamily withBrother(String givenName) {
        List<Child> more = new ArrayList<>(children);
        more.add(Child.newBuilder(children.getFirst())
                .setRef("c" + (children.size() + 1))
                .setGivenName(givenName)
                .setDateOfBirth("2012-11-28")
                .build());
        return new ToldFamily(more);
    }

    /** The first child, and one of the same day with a name of their own. */
    ToldFamily withTwin() {
        List<Child> more = new ArrayList<>(children);
        more.add(Child.newBuilder(children.getFirst())
                .setRef("c" + (children.size() + 1))
                .setGivenName("Zoltan")
                .build());
        return new ToldFamily(more);
    }

    /** Only the child at this place, who is then the first. */
    ToldFamily only(int index) {
        return new ToldFamily(
                List.of(Child.newBuilder(children.get(index)).setRef("c1").build()));
    }

    ReferralContent content() {
        return ReferralContent.newBuilder(EventSamples.some(ReferralContent.class))
                .setChildren(children)
                .build();
    }

    List<ChildSummary> summaries() {
        return IntStream.range(0, children.size())
                .mapToObj(index -> new ChildSummary(children.get(index).getRef(), 11, false, "STRATHMARTINE"))
                .toList();
    }
}
