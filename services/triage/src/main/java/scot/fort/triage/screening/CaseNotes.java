package scot.fort.triage.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/** What has come to the hub about a referral since its receipt, oldest first. */
public record CaseNotes(
        List<Information> information,
        List<Correction> corrections,
        List<Question> questions,
        List<Check> checks,
        List<RaisedConcern> concernsRaised) {

    /**
     * What the referrer told later.
     *
     * @param answersQuestion number of the question
     * @param content a sealed {@code AddedInformation}
     */
    public record Information(Instant at, @Nullable Integer answersQuestion, Sealed content) {}

    /** @param content sealed {@code Corrections} */
    public record Correction(Instant at, Sealed content) {}

    /**
     * What the hub asked the referrer.
     *
     * @param number the how many-th question of this referral
     */
    public record Question(int number, Sealed text, String by, Instant at) {}

    /** What an agency's records hold. */
    public record Check(Agency agency, Finding finding, Sealed text, String by, Instant at) {}

    /** An agency of the hub. */
    public enum Agency {
        POLICE,
        HEALTH,
        EDUCATION,
        SOCIAL_WORK,
        HOUSING,
        THIRD_SECTOR
    }

    /** What an agency found. */
    public enum Finding {
        NOTHING_KNOWN,
        KNOWN_NO_CONCERN,
        KNOWN_CONCERN,
        OPEN_CASE
    }

    /** What a provider worries about. */
    public record RaisedConcern(Instant at, String providerOrganisation, Sealed text) {}

    public CaseNotes {
        information = List.copyOf(information);
        corrections = List.copyOf(corrections);
        questions = List.copyOf(questions);
        checks = List.copyOf(checks);
        concernsRaised = List.copyOf(concernsRaised);
    }

    static CaseNotes none() {
        return new CaseNotes(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    CaseNotes with(Information more) {
        return new CaseNotes(plus(information, more), corrections, questions, checks, concernsRaised);
    }

    CaseNotes with(Correction more) {
        return new CaseNotes(information, plus(corrections, more), questions, checks, concernsRaised);
    }

    CaseNotes with(Question more) {
        return new CaseNotes(information, corrections, plus(questions, more), checks, concernsRaised);
    }

    CaseNotes with(Check more) {
        return new CaseNotes(information, corrections, questions, plus(checks, more), concernsRaised);
    }

    CaseNotes with(RaisedConcern more) {
        return new CaseNotes(information, corrections, questions, checks, plus(concernsRaised, more));
    }

    static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
