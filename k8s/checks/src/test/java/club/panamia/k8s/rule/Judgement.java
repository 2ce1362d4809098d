package club.panamia.k8s.rule;

import club.panamia.k8s.policy.AdmissionPolicy;
import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Resource;
import club.panamia.k8s.schema.ModelSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is wrong with what an overlay brings: schema first, then rules and admission policies. */
public final class Judgement {

    private static final AdmissionPolicy PODS = AdmissionPolicy.read("pods");
    private static final AdmissionPolicy IMAGES = AdmissionPolicy.read("images");

    private Judgement() {}

    /** {@code local} where the overlay is for a cluster on one's own machine. */
    public static List<String> faults(Manifests manifests, boolean local) {
        var shape = manifests.all().stream()
                .map(ModelSchema::faults)
                .flatMap(List::stream)
                .toList();
        // Rules and policies may rely on the shape.
        return shape.isEmpty()
                ? Stream.concat(rules(manifests, local), policies(manifests, local))
                        .toList()
                : shape;
    }

    private static Stream<String> rules(Manifests manifests, boolean local) {
        var rules = new ArrayList<>(Rule.EVERYWHERE);
        if (manifests.of("Deployment").findAny().isPresent()) {
            rules.addAll(Rule.OF_APPS);
            rules.addAll(local ? List.of() : Rule.NOT_LOCAL);
        }
        return rules.stream().flatMap(rule -> rule.broken(manifests));
    }

    private static Stream<String> policies(Manifests manifests, boolean local) {
        var policies = local ? List.of(PODS) : List.of(PODS, IMAGES);
        return manifests
                .workloads()
                .flatMap(workload -> policies.stream().flatMap(policy -> refusals(policy, workload)));
    }

    private static Stream<String> refusals(AdmissionPolicy policy, Resource workload) {
        return policy.refusals(workload).stream().map(message -> "%s: not so: %s".formatted(workload, message));
    }
}
