package club.panamia.docs.parts;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("<version>[^$<]*</version>");

    @Test
    void standInTheParentAlone() {
        var modules = Checkout.files(name -> name.endsWith("/pom.xml"));

        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(pom -> assertThat(LITERAL.matcher(
                                        PARENT.matcher(Checkout.text(pom)).replaceAll(""))
                                .results()
                                .map(match -> match.group()))
                        .as("%s: move the version to the root pom.xml", Checkout.name(pom))
                        .isEmpty());
    }
}
