package scot.fort.triage.screening.web;

import scot.fort.triage.screening.CaseNotes;

/** @param text what the agency knows */
record CheckRequest(CaseNotes.Agency agency, CaseNotes.Finding finding, String text) {}
