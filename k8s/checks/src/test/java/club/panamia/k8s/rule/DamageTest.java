package club.panamia.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.k8s.policy.AdmissionPolicy;
import club.panamia.k8s.render.Node;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Each check is shown one thing done wrong, and must see it. */
class DamageTest {

    static Stream<Damage> damages() throws IOException {
        try (InputStream file = DamageTest.class.getResourceAsStream("damages.yaml")) {
            return Node.of(new Yaml().load(Objects.requireNonNull(file))).items().stream()
                    .map(Damage::new);
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isSeen(Damage damage) {
        assertThat(Judgement.faults(damage.done(), false))
                .as("%s", damage)
                .anySatisfy(fault -> assertThat(fault).contains(damage.says()));
    }

    @Test
    void isThereForEveryExpressionOfThePolicies() throws IOException {
        var seen = damages().map(Damage::says).collect(Collectors.toSet());

        assertThat(Stream.of("pods", "images").flatMap(file -> AdmissionPolicy.read(file).messages().stream()))
                .allSatisfy(message -> assertThat(seen).contains("not so: " + message));
    }
}
