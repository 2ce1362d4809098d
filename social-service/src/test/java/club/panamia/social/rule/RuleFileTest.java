package club.panamia.social.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {

    @Test
    void readsWhatMastodonWrites() {
        var rules = RuleFile.read("""
                #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
                Bad.example,suspend,TRUE,TRUE,"Spam, and ""worse"" things",FALSE
                loud.example,silence,false,false,,false

                bücher.example,noop,true,false,,false
                """, "ours.example");

        assertThat(rules.keySet()).containsExactly("bad.example", "loud.example", "xn--bcher-kva.example");
        assertThat(rules.get("bad.example"))
                .isEqualTo(new ServerRuleDraft(Severity.SUSPEND, true, "Spam, and \"worse\" things"));
        assertThat(rules.get("loud.example")).isEqualTo(new ServerRuleDraft(Severity.SILENCE, false, null));
        assertThat(rules.get("xn--bcher-kva.example")).isEqualTo(new ServerRuleDraft(Severity.NOOP, true, null));
    }

    @Test
    void readsAListOfWhomToLetAlone() {
        var rules = RuleFile.read("\uFEFF#domain\r\ngood.example\r\n", "ours.example");

        assertThat(rules.get("good.example")).isEqualTo(new ServerRuleDraft(Severity.NOOP, false, null));
    }

    @Test
    void readsWhatItWritesAndNoSpreadsheetRunsIt() {
        var rule = new ServerRuleView("bad.example", "suspend", true, "=cmd(), \"so\"", Instant.EPOCH);

        var file = RuleFile.of(List.of(rule));

        assertThat(file).doesNotContain(",=cmd");
        assertThat(RuleFile.read(file, "ours.example").get("bad.example"))
                .isEqualTo(new ServerRuleDraft(Severity.SUSPEND, true, "=cmd(), \"so\""));
    }

    @Test
    void keepsAReasonOfSeveralLines() {
        var rule = new ServerRuleView("bad.example", "suspend", true, "Spam,\nand \"worse\".\n\n- Olga", Instant.EPOCH);

        var read = RuleFile.read(RuleFile.of(List.of(rule)), "ours.example");

        assertThat(read.get("bad.example"))
                .isEqualTo(new ServerRuleDraft(Severity.SUSPEND, true, "Spam,\nand \"worse\".\n\n- Olga"));
        assertThatThrownBy(() -> RuleFile.read(RuleFile.of(List.of(rule)) + "no domain\n", "ours.example"))
                .hasMessageContaining("Line 6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#domain\n\"bad.example",
                "#severity\nsuspend",
                "#domain\nno domain",
                "#domain\nhttps://bad.example",
                "#domain\nours.example",
                "#domain\nexample",
                "#domain,#severity\nbad.example,harsh"
            })
    void refusesWhatIsNoSuchFile(String file) {
        assertThatThrownBy(() -> RuleFile.read(file, "ours.example")).isInstanceOf(Problem.class);
    }
}
