package scot.fort.triage.identity;

/** What happened to a match of the referral that keeps it. */
public sealed interface MatchEvent {

    Match match();

    record Proposed(Match match) implements MatchEvent {}

    /** @param match with the word of the person who confirmed it */
    record Confirmed(Match match, Match.Word word) implements MatchEvent {}

    record Rejected(Match match) implements MatchEvent {}

    /**
     * It stands as it was proposed again, or is gone since one of the two referrals was erased.
     *
     * @param word that no longer holds
     */
    record Undone(Match match, Match.Word word) implements MatchEvent {}
}
