package scot.fort.journey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A referral with an unmistakable text in every personal field, so that a copy of any of them is found wherever it is
 * kept in clear.
 */
final class PlantedReferral {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random;
    private final Map<String, String> planted = new LinkedHashMap<>();

    PlantedReferral(long seed) {
        random = new Random(seed);
    }

    /** A body for {@code POST /v1/referrals}. */
    String body(String lane, String sourceReference) {
        ObjectNode body = JSON.createObjectNode();
        body.put("lane", lane);
        body.putObject("source").put("system", "seemis").put("reference", sourceReference);
        body.putObject("referrer")
                .put("name", text("referrer.name"))
                .put("role", "NAMED_PERSON")
                .put("email", email("referrer.email"))
                .put("phone", phone("referrer.phone"));
        child(body);
        adult(body);
        body.putArray("concerns").addObject().put("code", "NEGLECT").put("subject", "CHILD");
        body.putArray("wellbeing").add("SAFE");
        body.putArray("supportRequested").add("FAMILY_SUPPORT");
        body.put("narrative", text("narrative"));
        body.putObject("views").put("child", text("views.child")).put("parentCarer", text("views.parentCarer"));
        body.put("immediateDanger", false);
        body.put("restricted", false);
        body.putObject("lawfulBasis").put("article6", "PUBLIC_TASK").put("familyInformed", true);
        body.put("occurredAt", "2026-11-20T10:30:00Z");
        body.putObject("extensions").put(text("extensions.name"), text("extensions.value"));
        return body.toString();
    }

    private void child(ObjectNode body) {
        ObjectNode child = body.putArray("children").addObject();
        child.put("ref", "c1")
                .put("givenName", text("child.givenName"))
                .put("familyName", text("child.familyName"))
                .put("knownAs", text("child.knownAs"))
                .put("dateOfBirth", plant("child.dateOfBirth", "2015-03-09"))
                .put("sex", "FEMALE")
                .put("scn", plant("child.scn", digits(9)))
                .put("establishment", text("child.establishment"))
                .put("communicationNeeds", text("child.communicationNeeds"));
        child.putObject("address")
                .put("postcode", plant("child.postcode", "DD3 6XX"))
                .put("ward", "STRATHMARTINE")
                .putArray("lines")
                .add(text("child.address"));
    }

    private void adult(ObjectNode body) {
        body.putArray("adults")
                .addObject()
                .put("ref", "a1")
                .put("givenName", text("adult.givenName"))
                .put("familyName", text("adult.familyName"))
                .put("relationship", "MOTHER")
                .put("phone", phone("adult.phone"))
                .put("contactSafety", text("adult.contactSafety"));
    }

    /** A text that stands nowhere else, remembered under the name of the field that it is given to. */
    String text(String field) {
        StringBuilder letters = new StringBuilder("Zq");
        random.ints(14, 0, LETTERS.length()).forEach(at -> letters.append(LETTERS.charAt(at)));
        return plant(field, letters.toString());
    }

    private String email(String field) {
        return plant(field, text(field + ".part").toLowerCase(Locale.ROOT) + "@rosebank.example");
    }

    private String phone(String field) {
        return plant(field, "07700 " + digits(6));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        random.ints(count, 1, 10).forEach(digits::append);
        return digits.toString();
    }

    private String plant(String field, String value) {
        planted.put(field, value);
        return value;
    }

    String planted(String field) {
        return Objects.requireNonNull(planted.get(field), field);
    }

    /** What was planted, by field. */
    Map<String, String> planted() {
        return Map.copyOf(planted);
    }
}
