package scot.fort.broken.screening.web;

/** The record of a body, seen by everybody. */
public record OpenRequest(String reason) {}
