package scot.fort.notification.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scot.fort.notification.correspondence.Template;

class MailTextsTests {

    @ParameterizedTest
    @EnumSource(Template.class)
    void hasWordsForEveryMessageThatNameTheReference(Template template) {
        MailTexts.MailText text = new MailTexts().write(template, "FORT-2345-678X");

        assertThat(text.subject()).contains("FORT-2345-678X").doesNotContain("\n", "{{");
        assertThat(text.text()).contains("FORT-2345-678X").doesNotContain("{{");
    }
}
