package scot.fort.neighbour;

/** What the service next door keeps to itself. */
public record Neighbour(String name) {}
