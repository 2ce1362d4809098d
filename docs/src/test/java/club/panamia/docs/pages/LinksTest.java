package club.panamia.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)|<img [^>]*src=\"([^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("`(bin/[a-z-]+)");

    private static final List<Path> PAGES = Checkout.files(name -> name.endsWith(".md"));

    @Test
    void pointToWhatIsThere() {
        var broken = PAGES.stream()
                .flatMap(page -> found(LINK, page)
                        .filter(target -> !target.matches("[a-z]+:.*"))
                        .filter(target -> Files.notExists(page.resolveSibling(target)))
                        .map(target -> Checkout.name(page) + " → " + target))
                .toList();

        assertThat(broken).as("links to files that are not there").isEmpty();
    }

    @Test
    void nameOnlyScriptsThatAreThere() {
        var missing = PAGES.stream()
                .flatMap(page -> found(SCRIPT, page)
                        .filter(script -> !Files.isExecutable(Checkout.ROOT.resolve(script)))
                        .map(script -> Checkout.name(page) + " → " + script))
                .toList();

        assertThat(missing).as("scripts that are not there").isEmpty();
    }

    private static Stream<String> found(Pattern pattern, Path page) {
        return pattern.matcher(Checkout.text(page)).results().map(LinksTest::firstGroup);
    }

    private static String firstGroup(MatchResult match) {
        for (var i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        throw new IllegalStateException("no group in " + match.group());
    }
}
