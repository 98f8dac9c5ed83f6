package scot.fort.triage.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
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
    public record Information(Instant at, @Nullable Integer answersQuestion, Sealed content) {
        Information emptied() {
            return new Information(at, answersQuestion, content.emptied());
        }
    }

    /** @param content sealed {@code Corrections} */
    public record Correction(Instant at, Sealed content) {
        Correction emptied() {
            return new Correction(at, content.emptied());
        }
    }

    /**
     * What the hub asked the referrer.
     *
     * @param number the how many-th question of this referral
     */
    public record Question(int number, Sealed text, String by, Instant at) {
        Question emptied() {
            return new Question(number, text.emptied(), by, at);
        }
    }

    /** What an agency's records hold. */
    public record Check(Agency agency, Finding finding, Sealed text, String by, Instant at) {
        Check emptied() {
            return new Check(agency, finding, text.emptied(), by, at);
        }
    }

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
    public record RaisedConcern(Instant at, String providerOrganisation, Sealed text) {
        RaisedConcern emptied() {
            return new RaisedConcern(at, providerOrganisation, text.emptied());
        }
    }

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

    /** Without what was personal. */
    CaseNotes emptied() {
        return new CaseNotes(
                information.stream().map(Information::emptied).toList(),
                corrections.stream().map(Correction::emptied).toList(),
                questions.stream().map(Question::emptied).toList(),
                checks.stream().map(Check::emptied).toList(),
                concernsRaised.stream().map(RaisedConcern::emptied).toList());
    }

    /** What the hub has written, in bytes as it is stored. */
    long written() {
        return bytes(questions, each -> Sealed.bytes(each.text())) + bytes(checks, each -> Sealed.bytes(each.text()));
    }

    /** @param words of each */
    static <T> long bytes(List<T> list, ToLongFunction<T> words) {
        return list.stream().mapToLong(words).sum();
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
