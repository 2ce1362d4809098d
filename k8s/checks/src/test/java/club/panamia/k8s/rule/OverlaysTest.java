package club.panamia.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.k8s.render.Combination;
import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Overlay;
import club.panamia.k8s.schema.ModelSchema;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay, and every combination of components that an operator may choose. */
class OverlaysTest {

    static Stream<Overlay> overlays() {
        return Stream.concat(Overlay.APPS.stream(), Overlay.MIGRATE.stream());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatAnOverlayBringsIsSound(Overlay overlay) {
        assertThat(Judgement.faults(overlay.manifests(), overlay.isLocal())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("club.panamia.k8s.render.Combination#all")
    void anyComponentsGoTogether(Combination combination) {
        assertThat(Judgement.faults(combination.manifests(), combination.hasPlainSecrets()))
                .isEmpty();
    }

    @Test
    void thePoliciesThemselvesAreSound() {
        var policies = new Overlay("policies").manifests();

        assertThat(policies.all()).hasSize(4);
        assertThat(policies.all())
                .allSatisfy(object -> assertThat(ModelSchema.faults(object)).isEmpty());
    }

    @Test
    void theAppsComeWithoutTheMigrationAndTheMigrationWithoutTheApps() {
        assertThat(Overlay.PRODUCTION.manifests().of("Job")).isEmpty();
        assertThat(Overlay.MIGRATE)
                .allSatisfy(overlay ->
                        assertThat(overlay.manifests().of("Deployment")).isEmpty());
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> Manifests.read("kind: Service\nkind: Job\n"))
                .hasMessageContaining("duplicate key kind");
    }
}
