package scot.fort.triage.screening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.sealing.Sealed;
import scot.fort.triage.screening.config.RatingPolicyFile;

/** Screenings for tests, and the words to say what happens to them. */
public final class Given {

    /** A Friday, ten in the morning. */
    public static final Instant RECEIVED = Instant.parse("2026-11-20T10:00:00Z");

    public static final Duration LEASE = Duration.ofMinutes(30);
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final Sealed TEXT = new Sealed("k1", new byte[] {1});
    static final WorkingCalendar CALENDAR = new WorkingCalendar(LONDON, date -> false);
    static final WorkingHours HOURS = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0));

    /** Never a holiday, and the usual targets. */
    public static final ClockPolicy CLOCKS = new ClockPolicy(CALENDAR, List.of(targets("2026-1", "2026-01-01")));

    static final RatingPolicy RATINGS = RatingPolicyFile.read("classpath:policies/rating.yaml");
    public static final Desk DESK = new Desk(CLOCKS, LEASE);
    public static final Hearing HEARING = new Hearing(RATINGS, CLOCKS);

    private Given() {}

    static Targets targets(String version, String from) {
        return new Targets(version, LocalDate.parse(from), HOURS, Duration.ofHours(4), 1, 3);
    }

    /** A referral to be changed word by word. */
    static ReceiptBuilder aReferral() {
        return new ReceiptBuilder();
    }

    public static Screening aScreening() {
        return aScreening(aReferral().withChildren(2));
    }

    static Screening aScreening(ReceiptBuilder receipt) {
        return HEARING.received(Screening.unheard(), receipt.build()).state();
    }

    /** What a command made of it, which must not have been refused. */
    static Screening after(Screening screening, String who, Instant at, ScreeningCommand... commands) {
        Screening state = screening;
        for (ScreeningCommand command : commands) {
            state = accepted(DESK.carryOut(command, state, who, at)).state();
        }
        return state;
    }

    static Decision.Accepted<Screening, ScreeningEvent> accepted(Decision<Screening, ScreeningEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<Screening, ScreeningEvent> accepted -> accepted;
            case Decision.Refused<Screening, ScreeningEvent>(var refusal) ->
                throw new AssertionError("Refused: " + refusal);
        };
    }

    static DecideScreening deciding(ScreeningDecision decision, String... children) {
        return new DecideScreening(decision, TEXT, null, List.of(), null, null, Arrays.asList(children));
    }

    /** A referral for family support about one child of eleven years, without any particular concern. */
    static final class ReceiptBuilder {

        private Lane lane = Lane.FAMILY_SUPPORT;
        private final List<Receipt.Child> children = new ArrayList<>();
        private final List<Receipt.Concern> concerns = new ArrayList<>();
        private boolean immediateDanger;
        private boolean restricted;

        ReceiptBuilder ofProtection() {
            return in(Lane.CHILD_PROTECTION_CONCERN);
        }

        ReceiptBuilder in(Lane other) {
            lane = other;
            return this;
        }

        ReceiptBuilder about(String... codes) {
            Arrays.stream(codes).forEach(code -> concerns.add(new Receipt.Concern(code, "CHILD", null)));
            return this;
        }

        ReceiptBuilder inImmediateDanger() {
            immediateDanger = true;
            return this;
        }

        ReceiptBuilder restricted() {
            restricted = true;
            return this;
        }

        ReceiptBuilder withChild(@Nullable Integer age, boolean unborn) {
            children.add(new Receipt.Child("c" + (children.size() + 1), age, unborn, "LOCHEE"));
            return this;
        }

        ReceiptBuilder withChildren(int count) {
            for (int child = 0; child < count; child++) {
                withChild(11, false);
            }
            return this;
        }

        Receipt build() {
            if (children.isEmpty()) {
                withChildren(1);
            }
            return new Receipt(
                    "FORT-7K2M-9QXA",
                    lane,
                    RECEIVED,
                    RECEIVED,
                    "seemis",
                    "school-rosebank",
                    "NAMED_PERSON",
                    children,
                    concerns,
                    List.of("SAFE"),
                    List.of("FAMILY_SUPPORT"),
                    immediateDanger,
                    restricted,
                    Receipt.LawfulBasis.sent("PUBLIC_TASK", null, null, null),
                    TEXT);
        }
    }
}
