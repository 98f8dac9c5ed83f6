package scot.fort.triage.screening.web;

import scot.fort.triage.screening.CaseNotes;
import scot.fort.triage.screening.RecordCheck;

/** @param text what the agency knows */
record CheckRequest(CaseNotes.Agency agency, CaseNotes.Finding finding, String text) {

    RecordCheck toCommand(SealedTexts texts) {
        return new RecordCheck(agency, finding, texts.seal(text));
    }
}
