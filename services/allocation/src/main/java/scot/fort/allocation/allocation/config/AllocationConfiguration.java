package scot.fort.allocation.allocation.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.AllocationEvent;
import scot.fort.allocation.allocation.Allocations;
import scot.fort.allocation.allocation.AnswerOffer;
import scot.fort.allocation.allocation.Caretaker;
import scot.fort.allocation.allocation.OfferSupport;
import scot.fort.allocation.allocation.PlaceSweep;
import scot.fort.allocation.allocation.Sealing;
import scot.fort.allocation.directory.Directory;
import scot.fort.allocation.directory.Reservations;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Repeating;

/** Puts the handlers of allocation together, and what happens by itself. */
@Configuration(proxyBeanMethods = false)
class AllocationConfiguration {

    @Bean
    OfferSupport offerSupport(
            Commands<Allocation, AllocationEvent> commands,
            Directory directory,
            Reservations reservations,
            Sealing sealing,
            AllocationProperties properties,
            Clock clock,
            Ids ids) {
        return new OfferSupport(commands, directory, reservations, sealing, properties.offerTerm(), clock, ids);
    }

    @Bean
    Repeating caretaking(
            Allocations allocations,
            Commands<Allocation, AllocationEvent> commands,
            OfferSupport offers,
            Reservations reservations,
            AllocationProperties properties,
            Clock clock,
            Ids ids) {
        Caretaker caretaker = new Caretaker(allocations, commands, offers, reservations, clock, ids);
        return new Repeating("caretaker", caretaker::tendAllDue, properties.poll());
    }

    @Bean
    Repeating sweeping(
            Directory directory,
            Allocations allocations,
            Reservations reservations,
            AllocationProperties properties,
            Clock clock,
            Ids ids) {
        PlaceSweep sweep = new PlaceSweep(directory, allocations, reservations, properties.sweepGrace(), clock, ids);
        return new Repeating("place-sweep", sweep::sweep, properties.sweepInterval());
    }

    @Bean
    AnswerOffer answerOffer(
            Allocations allocations,
            Commands<Allocation, AllocationEvent> commands,
            Reservations reservations,
            Sealing sealing,
            Repeating caretaking,
            Clock clock) {
        return new AnswerOffer(allocations, commands, reservations, sealing, caretaking::wake, clock);
    }
}
