package scot.fort.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.intake.referral.Action;
import scot.fort.intake.referral.ErasureReason;
import scot.fort.intake.referral.ErrorReason;
import scot.fort.intake.referral.WithdrawalReason;
import scot.fort.intake.referral.form.RuleCode;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.web.problem.ProblemCode;
import scot.fort.platform.web.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nobody can add a code to the project without saying what it means: the sets are compared with the enums, event schemas and
 * request schemas of all services, which are read as files since services do not depend on each other.
 */
class CodesOfTheProjectTests {

    private static final Path SERVICES = Path.of("..");
    private static final Path EVENTS = Path.of("..", "..", "schemas", "src", "main", "avro");
    private static final JsonMapper JSON = new JsonMapper();
    private static final ReferenceData DATA = new ReferenceData(ReferenceFiles.all());

    /** Codes of a standard of others, which FORT reads and does not answer for. */
    private static final Set<String> OF_OTHERS = Set.of("hsds-service.schema.json");

    static Stream<Path> eventEnums() throws IOException {
        return files(EVENTS, ".avsc")
                .filter(file -> json(file).path("type").asString("").equals("enum"));
    }

    static Stream<Path> requestSchemas() throws IOException {
        return files(SERVICES, ".schema.json")
                .filter(file -> file.toString().contains("src/main/resources/requests"))
                .filter(file -> !OF_OTHERS.contains(file.getFileName().toString()));
    }

    @Test
    void areThoseOfTheEnums() {
        Map<String, Enum<?>[]> enums = new TreeMap<>();
        enums.put("lanes", Lane.values());
        enums.put("statuses", Status.values());
        enums.put("priorities", Priority.values());
        enums.put("screening-decisions", ScreeningDecision.values());
        enums.put("roles", Role.values());
        enums.put("access-purposes", Purpose.values());
        enums.put("grant-kinds", Grant.Kind.values());
        enums.put("withdrawal-reasons", WithdrawalReason.values());
        enums.put("error-reasons", ErrorReason.values());
        enums.put("erasure-reasons", ErasureReason.values());

        enums.forEach((set, values) -> assertThat(codes(set))
                .as(set)
                .isEqualTo(Arrays.stream(values).map(Enum::name).collect(Collectors.toSet())));
    }

    @Test
    void areTheWordsOfAnswers() {
        assertThat(codes("referral-actions"))
                .isEqualTo(Arrays.stream(Action.values()).map(Action::path).collect(Collectors.toSet()));
        assertThat(codes("problem-codes"))
                .isEqualTo(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .collect(Collectors.toSet()));
        DATA.set("problem-codes").orElseThrow().codes().forEach(code -> {
            assertThat(code.label()).isEqualTo(ProblemCode.of(code.code()).title());
            assertThat(code.description())
                    .startsWith("Status " + ProblemCode.of(code.code()).status() + ".");
        });
    }

    @ParameterizedTest
    @MethodSource("eventEnums")
    void areThoseOfTheEvents(Path file) {
        assertIsTheSetOfSomeName(symbols(json(file)), file);
    }

    @ParameterizedTest
    @MethodSource("requestSchemas")
    void areThoseOfTheRequests(Path file) {
        List<Set<String>> enums = new ArrayList<>();
        collect(json(file), enums);

        enums.forEach(codes -> assertIsTheSetOfSomeName(codes, file));
    }

    @ParameterizedTest
    @CsvSource({
        "concern-codes, referral-intake, referral-form, /properties/concerns/items/properties/code",
        "concern-subjects, referral-intake, referral-form, /properties/concerns/items/properties/subject",
        "wellbeing-indicators, referral-intake, referral-form, /properties/wellbeing/items",
        "support-codes, referral-intake, referral-form, /properties/supportRequested/items",
        "lawful-bases-article-6, referral-intake, referral-form, /properties/lawfulBasis/properties/article6",
        "lawful-bases-article-9, referral-intake, referral-form, /properties/lawfulBasis/properties/article9",
        "sexes, referral-intake, referral-form, /properties/children/items/properties/sex",
        "relationships, referral-intake, referral-form, /properties/adults/items/properties/relationship",
        "referrer-roles, referral-intake, referral-form, /properties/referrer/properties/role",
        "escalation-outcomes, triage, outcome-request, /properties/outcome",
        "check-agencies, triage, check-request, /properties/agency",
        "check-findings, triage, check-request, /properties/finding",
        "reopen-reasons, triage, reopen-request, /properties/reason",
        "break-glass-reasons, triage, break-glass-request, /properties/reason",
        "offer-answers, allocation, decline-request, /properties/answer",
        "decline-reasons, allocation, decline-request, /properties/reason",
        "support-ending-reasons, allocation, reason-request, /properties/reason",
        "completion-outcomes, allocation, complete-request, /properties/outcome",
        "discard-reasons, platform/service, discard-parked-request, /properties/reason"
    })
    void areThoseOfTheMemberTheyAreNamedAfter(String set, String service, String schema, String member) {
        JsonNode document = json(
                SERVICES.resolve(service).resolve("src/main/resources/requests").resolve(schema + ".schema.json"));

        assertThat(codes(set)).isEqualTo(texts(document.at(member + "/enum")));
    }

    @ParameterizedTest
    @CsvSource({
        "hand-over-results, triage, triage/screening/web/HandOverResult",
        "offer-states, allocation, allocation/allocation/OfferState",
        "notification-states, notification, notification/correspondence/MessageState",
        "notification-templates, notification, notification/correspondence/Template",
        "delivery-faults, notification, notification/correspondence/DeliveryFault",
        "match-standings, triage, triage/identity/MatchStanding",
        "match-reasons, triage, triage/matching/Reason",
        "discard-reasons, platform/messaging, platform/messaging/consume/DiscardReason"
    })
    void areThoseOfTheEnumsOfOtherServices(String set, String service, String type) throws IOException {
        assertThat(codes(set)).isEqualTo(constants(Files.readString(source(service, type))));
    }

    @Test
    void areTheActionsOfTheHub() throws IOException {
        String actions = Files.readString(source("triage", "triage/screening/Action"));

        assertThat(codes("screening-actions"))
                .isEqualTo(Pattern.compile("[A-Z_]+\\(\\s*\"([a-z-]+)\",\\s*Who\\.")
                        .matcher(actions)
                        .results()
                        .map(result -> result.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void areTheFaultsThatAnyServiceFinds() throws Exception {
        Set<String> found = madeInPlace();
        Arrays.stream(RuleCode.values()).map(RuleCode::code).forEach(found::add);
        Arrays.stream(Class.forName("scot.fort.platform.web.body.FaultCode").getEnumConstants())
                .map(fault -> fault.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(found::add);

        assertThat(codes("fault-codes")).isEqualTo(found);
    }

    /** The codes that are written where a fault is made. */
    private static Set<String> madeInPlace() throws IOException {
        Pattern made = Pattern.compile("(?:new FieldFault|Problem\\.invalid)\\((.*?)\\);", Pattern.DOTALL);
        Pattern code = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
        Set<String> codes = new TreeSet<>();
        for (Path file : files(SERVICES, ".java")
                .filter(file -> file.toString().contains("src/main/java"))
                .toList()) {
            made.matcher(Files.readString(file))
                    .results()
                    .flatMap(fault -> code.matcher(fault.group(1)).results())
                    .map(result -> result.group(1))
                    .forEach(codes::add);
        }
        return codes;
    }

    private static void assertIsTheSetOfSomeName(Set<String> codes, Path file) {
        assertThat(DATA.sets().stream().map(set -> codes(set.name())))
                .as("%s has codes that are no set of the reference data", file)
                .contains(codes);
    }

    private static Set<String> codes(String set) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        return DATA.set(set).orElseThrow().effectiveOn(today).stream()
                .map(Code::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> symbols(JsonNode event) {
        Set<String> symbols = texts(event.path("symbols"));
        symbols.remove("UNKNOWN");
        return symbols;
    }

    private static void collect(JsonNode schema, List<Set<String>> enums) {
        if (schema.path("enum").isArray()) {
            enums.add(texts(schema.path("enum")));
        }
        schema.forEach(part -> collect(part, enums));
    }

    private static Set<String> texts(JsonNode list) {
        assertThat(list.isArray()).isTrue();
        return list.valueStream().map(JsonNode::stringValue).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The constants of the first enum of a Java source. */
    private static Set<String> constants(String source) {
        String bare =
                source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "").replaceAll("\\([^()]*\\)", "");
        MatchResult body = Pattern.compile("enum \\w+ \\{([^;}]*)")
                .matcher(bare)
                .results()
                .findFirst()
                .orElseThrow();
        return Pattern.compile("\\w+")
                .matcher(body.group(1))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Path source(String service, String type) {
        return SERVICES.resolve(service).resolve("src/main/java/scot/fort").resolve(type + ".java");
    }

    private static JsonNode json(Path file) {
        return JSON.readTree(file);
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
