package scot.fort.intake.batch.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class RowTreeTests {

    private final RowTree tree = new RowTree();

    @Test
    void leavesNoGapsInListsAndFindsBackToTheColumns() {
        put("children.2.ref", "c2");
        put("children.2.address.lines.3", "Third line");
        put("children.5.ref", "c5");
        put("lane", "FAMILY_SUPPORT");

        assertThat(tree.json())
                .hasToString(
                        "{\"children\":[{\"ref\":\"c2\",\"address\":{\"lines\":[\"Third line\"]}},{\"ref\":\"c5\"}],"
                                + "\"lane\":\"FAMILY_SUPPORT\"}");
        assertThat(tree.inRow("/children/0/ref")).isEqualTo("/children/1/ref");
        assertThat(tree.inRow("/children/0/address/lines/0")).isEqualTo("/children/1/address/lines/2");
        assertThat(tree.inRow("/children/1")).isEqualTo("/children/4");
        assertThat(tree.inRow("/children")).isEqualTo("/children");
        assertThat(tree.inRow("/adults/0/ref")).isEqualTo("/adults/0/ref");
        assertThat(tree.inRow("")).isEmpty();
    }

    private void put(String name, String text) {
        tree.put(List.of(name.split("\\.")), JsonNodeFactory.instance.stringNode(text));
    }
}
