package scot.fort.allocation.allocation.web;

/** What a person has to say. */
record TextRequest(String text) {}
