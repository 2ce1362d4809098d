package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Resource;
import java.util.stream.Stream;

/** A node can be emptied, and a rollout takes nothing away before the new is ready. */
final class Disruption implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.of(
                        manifests.of("PodDisruptionBudget").flatMap(Disruption::ofBudget),
                        manifests.of("HorizontalPodAutoscaler").flatMap(Disruption::ofScaler),
                        manifests.of("Deployment").flatMap(Disruption::ofRollout))
                .flatMap(all -> all);
    }

    private static Stream<String> ofBudget(Resource budget) {
        var max = budget.spec().at("maxUnavailable");
        if (max.present() == budget.spec().at("minAvailable").present()) {
            return Stream.of(budget + ": must say either maxUnavailable or minAvailable");
        }
        return max.present() && max.number(0) < 1 ? Stream.of(budget + ": lets no node be emptied") : Stream.of();
    }

    private static Stream<String> ofScaler(Resource scaler) {
        var min = scaler.spec().at("minReplicas").number(1);
        var max = scaler.spec().at("maxReplicas").number(0);
        return min >= 1 && min <= max
                ? Stream.of()
                : Stream.of("%s: cannot be from %d to %d".formatted(scaler, min, max));
    }

    private static Stream<String> ofRollout(Resource deployment) {
        var rolling = deployment.spec().at("strategy", "rollingUpdate");
        return rolling.at("maxUnavailable").number(1) == 0
                        && rolling.at("maxSurge").number(0) >= 1
                ? Stream.of()
                : Stream.of(deployment + ": must start a new pod before it ends an old one");
    }
}
