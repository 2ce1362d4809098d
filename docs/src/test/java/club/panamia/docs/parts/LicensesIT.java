package club.panamia.docs.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicensesIT {

    private static final String MEND = """
            Libraries under a licence that docs/licenses.properties does not approve. If it is another spelling of an approved \
            one, add that; else do without the library or take another one (FLOSS-ALTERNATIVES.md names some); approve a new \
            licence only after reading it.""";

    @Test
    void ofEveryLibraryThatWeShipAreApproved() {
        assertThat(refused(shipped(), Licenses.shipped())).as(MEND).isEmpty();
    }

    @Test
    void ofEveryLibraryThatDevelopersRunAreApproved() {
        assertThat(refused(tools(), Licenses.tools())).as(MEND).isEmpty();
    }

    @Test
    void areApprovedOnlyWhereSomeLibraryOffersThem() {
        var offered = new HashSet<>();
        Stream.concat(shipped(), tools())
                .forEach(library -> offered.addAll(Licenses.tools().approved(Pom.licenses(library))));

        assertThat(Licenses.tools().ids())
                .as("docs/licenses.properties: take out what no library offers")
                .isEqualTo(offered);
    }

    @Test
    void areRefusedWhereNoneOfThoseOfferedIsApproved() {
        assertThat(Licenses.shipped().approve(List.of("FSL-1.1-ALv2"))).isFalse();
        assertThat(Licenses.shipped().approve(List.of("LGPL-3.0-or-later"))).isFalse();
        assertThat(Licenses.shipped().approve(List.of())).isFalse();
        assertThat(Licenses.shipped().approve(List.of("Some other", "The Apache  Software License, version 2.0")))
                .isTrue();
    }

    private static Set<String> refused(Stream<Part> libraries, Licenses approved) {
        return libraries
                .filter(library -> !approved.approve(Pom.licenses(library)))
                .map(library -> "%s:%s offers %s".formatted(library.name(), library.version(), Pom.licenses(library)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Part> shipped() {
        return Stream.concat(Programs.SERVICES.stream(), Stream.of(Programs.MIGRATOR))
                .flatMap(program -> Programs.parts(program).stream())
                .filter(library -> !library.isOurs())
                .distinct();
    }

    private static Stream<Part> tools() {
        return Programs.TOOLS.stream()
                .flatMap(tool -> Programs.toolParts(tool).stream())
                .filter(library -> !library.isOurs())
                .distinct();
    }
}
