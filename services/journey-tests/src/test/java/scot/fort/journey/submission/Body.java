package scot.fort.journey.submission;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a referral says.
 *
 * @param source which of its organisation's records it is about
 */
record Body(int source, Wording wording) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Each but the last is accepted, and each is another body. */
    enum Wording {
        FIRST,
        ANOTHER_NARRATIVE,
        ANOTHER_AGE,
        ANOTHER_ORDER,
        WITHOUT_LANE
    }

    boolean isValid() {
        return wording != Wording.WITHOUT_LANE;
    }

    String reference() {
        return "record-" + source;
    }

    String written(Form form) {
        return form.write(json());
    }

    private ObjectNode json() {
        ObjectNode body = (ObjectNode) JSON.readTree("""
                {"lane": "FAMILY_SUPPORT",
                 "source": {"system": "seemis"},
                 "referrer": {"name": "Zo\u00eb Petrie", "role": "NAMED_PERSON", "email": "z.petrie@rosebank.example"},
                 "children": [{"ref": "c1", "givenName": "Isla", "familyName": "Reid", "ageEstimate": 11}],
                 "concerns": [{"code": "NEGLECT", "subject": "CHILD"}],
                 "supportRequested": ["FAMILY_SUPPORT"],
                 "narrative": "Came to school without a coat \u2744 again.",
                 "lawfulBasis": {"article6": "PUBLIC_TASK", "familyInformed": true},
                 "occurredAt": "2025-11-20T10:30:00Z",
                 "extensions": {"visits": 3, "share": 0.5, "form": {"b": [1, 2], "a": "\ud83e\udde5"}}}""");
        body.withObject("source").put("reference", reference());
        body.putArray("wellbeing").add("SAFE").add("NURTURED");
        switch (wording) {
            case FIRST -> {}
            case ANOTHER_NARRATIVE -> body.put("narrative", "Came to school without a coat \u2744 Again.");
            case ANOTHER_AGE -> ((ObjectNode) body.at("/children/0")).put("ageEstimate", 12);
            case ANOTHER_ORDER -> body.putArray("wellbeing").add("NURTURED").add("SAFE");
            case WITHOUT_LANE -> body.remove("lane");
        }
        return body;
    }
}
