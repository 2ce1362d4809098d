package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is mounted is there, and what is there is mounted. */
final class Mounts implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().flatMap(Mounts::ofWorkload);
    }

    private static Stream<String> ofWorkload(Resource workload) {
        var volumes = Stream.concat(
                        workload.pod().each("volumes"),
                        workload.spec().each("volumeClaimTemplates").map(claim -> claim.at("metadata")))
                .map(Mounts::name)
                .collect(Collectors.toSet());
        var mounts = workload.allContainers().stream()
                .flatMap(container -> container.each("volumeMounts"))
                .map(Mounts::name)
                .collect(Collectors.toSet());
        var unmounted = new HashSet<>(volumes);
        unmounted.removeAll(mounts);
        mounts.removeAll(volumes);
        return Stream.concat(
                mounts.stream().map(name -> "%s: mounts %s, which is no volume".formatted(workload, name)),
                unmounted.stream().map(name -> "%s: volume %s is mounted nowhere".formatted(workload, name)));
    }

    private static String name(Node named) {
        return named.at("name").text();
    }
}
