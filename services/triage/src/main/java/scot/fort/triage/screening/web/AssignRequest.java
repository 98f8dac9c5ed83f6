package scot.fort.triage.screening.web;

import scot.fort.triage.screening.AssignScreening;

/** @param screener subject of the token of whoever is to work on it */
record AssignRequest(String screener) {

    AssignScreening toCommand() {
        return new AssignScreening(screener);
    }
}
