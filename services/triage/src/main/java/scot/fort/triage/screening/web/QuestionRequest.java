package scot.fort.triage.screening.web;

import scot.fort.triage.screening.RequestInformation;

/** @param question what the referrer reads */
record QuestionRequest(String question) {

    RequestInformation toCommand(SealedTexts texts) {
        return new RequestInformation(texts.seal(question));
    }
}
