package scot.fort.triage.matching;

/** Two children of different referrals of whom a person should say whether they are one, or brothers and sisters. */
public record Proposal(ToldChild arrived, ToldChild known, Likeness likeness) {}
