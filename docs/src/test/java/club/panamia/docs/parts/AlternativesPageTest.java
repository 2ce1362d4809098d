package club.panamia.docs.parts;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import club.panamia.docs.MarkdownTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlternativesPageTest {

    private static final String PAGE = Checkout.text("FLOSS-ALTERNATIVES.md");
    private static final MarkdownTable LIBRARIES = MarkdownTable.under("Libraries and build tools", PAGE);

    @Test
    void namesEveryComponentThatAPomAsksFor() {
        var unnamed = asked();
        patterns()
                .forEach(pattern ->
                        unnamed.removeIf(name -> pattern.matcher(name).matches()));

        assertThat(unnamed)
                .as("FLOSS-ALTERNATIVES.md, Libraries and build tools: add these")
                .isEmpty();
    }

    @Test
    void namesNoComponentThatNoPomAsksFor() {
        var asked = asked();
        var dead = patterns().stream()
                .filter(pattern ->
                        asked.stream().noneMatch(name -> pattern.matcher(name).matches()))
                .toList();

        assertThat(dead)
                .as("FLOSS-ALTERNATIVES.md, Libraries and build tools: take these out")
                .isEmpty();
    }

    @Test
    void namesApprovedLicensesOnly() {
        assertThat(Licenses.tools().ids())
                .as("docs/licenses.properties, of what FLOSS-ALTERNATIVES.md names")
                .containsAll(LIBRARIES.column("Licence"));
    }

    private static Set<String> asked() {
        return Checkout.files(name -> name.endsWith("pom.xml")).stream()
                .flatMap(file -> Pom.read(file).asksFor().stream())
                .filter(name -> !name.startsWith("club.panamia:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A cell may name several, and a whole group by a star. */
    private static List<Pattern> patterns() {
        return LIBRARIES.column("Coordinates").stream()
                .flatMap(cell -> Arrays.stream(cell.split(", *")))
                .map(name -> Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E"))
                .toList();
    }
}
