package scot.fort.intake.referral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The project's synthetic referrals, each with its client, its key and its body. */
public final class SyntheticReferrals {

    private static final Path FOLDER = Path.of("..", "..", "infra", "local", "data");
    private static final JsonMapper JSON = new JsonMapper();

    private SyntheticReferrals() {}

    /** Those that are accepted. */
    public static List<JsonNode> valid() {
        return lines("referrals.jsonl");
    }

    /** Those that are refused, each with the pointer that the answer must name. */
    public static List<JsonNode> invalid() {
        return lines("referrals-invalid.jsonl");
    }

    /** A referral with one of everything, as the HTTP contract shows it, to be changed by a test. */
    public static ObjectNode aReferral() {
        return (ObjectNode) JSON.readTree("""
                {"lane": "FAMILY_SUPPORT",
                 "source": {"system": "seemis", "reference": "ROS-2026-0147"},
                 "referrer": {"name": "Morag Petrie", "role": "NAMED_PERSON", "email": "m.petrie@rosebank.example",
                              "phone": "01632 960012"},
                 "children": [{"ref": "c1", "givenName": "Isla", "familyName": "Reid", "knownAs": "Izzy",
                     "dateOfBirth": "2015-03-09", "expectedDateOfBirth": null, "ageEstimate": null, "sex": "FEMALE",
                     "chi": null, "scn": "123456789",
                     "address": {"lines": ["12 Example Street"], "postcode": "DD3 6XX", "ward": "STRATHMARTINE"},
                     "establishment": "Rosebank Primary", "careExperienced": false, "languages": ["en"],
                     "communicationNeeds": null}],
                 "adults": [{"ref": "a1", "givenName": "Kirsty", "familyName": "Reid", "relationship": "MOTHER",
                     "parentalResponsibility": true, "phone": "07700 900123",
                     "contactSafety": "Do not phone the house."}],
                 "concerns": [{"code": "DOMESTIC_ABUSE", "subject": "PARENT_CARER", "about": "a1"}],
                 "wellbeing": ["SAFE", "NURTURED"],
                 "supportRequested": ["FAMILY_SUPPORT"],
                 "narrative": "What happened, what is known, what is worrying.",
                 "views": {"child": "I want mum to be happy.", "parentCarer": "Would welcome help."},
                 "immediateDanger": false,
                 "restricted": false,
                 "lawfulBasis": {"article6": "PUBLIC_TASK", "article9": "SUBSTANTIAL_PUBLIC_INTEREST",
                     "familyInformed": true, "consent": {"given": true, "by": "a1", "at": "2026-11-20T10:05:00Z"}},
                 "occurredAt": "2026-11-20T10:30:00Z",
                 "extensions": {}}""");
    }

    /** The first child of a referral. */
    public static ObjectNode child(ObjectNode referral) {
        return (ObjectNode) referral.withArray("children").get(0);
    }

    /** The first concern of a referral. */
    public static ObjectNode concern(ObjectNode referral) {
        return (ObjectNode) referral.withArray("concerns").get(0);
    }

    /** The consent of a referral. */
    public static ObjectNode consent(ObjectNode referral) {
        return referral.withObject("lawfulBasis").withObject("consent");
    }

    private static List<JsonNode> lines(String file) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(file))) {
            return lines.<JsonNode>map(JSON::readTree).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
