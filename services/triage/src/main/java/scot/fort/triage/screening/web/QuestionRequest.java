package scot.fort.triage.screening.web;

/** @param question what the referrer reads */
record QuestionRequest(String question) {}
