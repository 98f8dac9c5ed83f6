package scot.fort.intake.batch.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTests {

    private final Columns columns = new Columns();

    @Test
    void hasAColumnForEveryMemberOfAReferral() {
        assertThat(columns.names())
                .startsWith("idempotencyKey", "lane", "source.system", "source.reference")
                .contains(
                        "children.1.address.lines.6",
                        "children.12.communicationNeeds",
                        "children.2.languages",
                        "adults.12.contactSafety",
                        "concerns.20.about",
                        "wellbeing",
                        "supportRequested",
                        "views.parentCarer",
                        "lawfulBasis.consent.at",
                        "occurredAt")
                .doesNotContain(
                        "children",
                        "children.0.ref",
                        "children.13.ref",
                        "adults.13.ref",
                        "concerns.21.code",
                        "extensions");
    }

    @Test
    void knowsWhatCellsMean() {
        assertThat(columns.named("children.1.ageEstimate").orElseThrow().cell()).isEqualTo(Cell.NUMBER);
        assertThat(columns.named("immediateDanger").orElseThrow().cell()).isEqualTo(Cell.YES_OR_NO);
        assertThat(columns.named("wellbeing").orElseThrow().cell()).isEqualTo(Cell.LIST);
        assertThat(columns.named("children.1.chi").orElseThrow().cell()).isEqualTo(Cell.TEXT);
        assertThat(columns.named("children.1.address.lines.1").orElseThrow().cell())
                .isEqualTo(Cell.TEXT);
    }

    @Test
    void takesWhateverASenderCallsAnExtension() {
        assertThat(columns.named("extensions.any-Name_1").orElseThrow().path())
                .containsExactly("extensions", "any-Name_1");
        assertThat(columns.named("extensions.")).isEmpty();
        assertThat(columns.named("extensions.a.b")).isEmpty();
        assertThat(columns.named("extensions." + "x".repeat(41))).isEmpty();
    }

    @Test
    void showsInTheTemplateWhatMostReferralsNeed() {
        assertThat(columns.template().strip().split(","))
                .contains("children.3.ref", "adults.2.ref", "concerns.3.code", "narrative")
                .doesNotContain("children.4.ref", "adults.3.ref", "concerns.4.code")
                .allMatch(name -> columns.named(name).isPresent());
    }
}
