package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody speaks to anybody but where a policy says so; and to the outside means to public addresses. */
final class Network implements Rule {

    /** The two that mean every pod. */
    private static final Set<String> FOR_ALL = Set.of("default-deny", "to-dns");

    /** Ranges of RFC 6890 that are behind the cluster's walls or nowhere. */
    private static final List<String> NOT_PUBLIC = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16");

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.of(
                        denied(manifests),
                        manifests.of("NetworkPolicy").flatMap(Network::ofPolicy),
                        manifests.of("Namespace").flatMap(Network::restricted))
                .flatMap(all -> all);
    }

    private static Stream<String> denied(Manifests manifests) {
        var both = manifests
                .find("NetworkPolicy", "default-deny")
                .map(Resource::spec)
                .filter(spec -> spec.at("podSelector").present()
                        && spec.at("podSelector").map().isEmpty())
                .filter(spec -> spec.at("policyTypes").items().size() == 2)
                .filter(spec ->
                        !spec.at("ingress").present() && !spec.at("egress").present());
        return both.isPresent()
                ? Stream.of()
                : Stream.of("NetworkPolicy/default-deny: must deny both directions to all");
    }

    private static Stream<String> ofPolicy(Resource policy) {
        var forAll = policy.spec().at("podSelector").map().isEmpty() && !FOR_ALL.contains(policy.name());
        var peers = Stream.concat(
                        policy.spec().each("ingress").flatMap(rule -> rule.each("from")),
                        policy.spec().each("egress").flatMap(rule -> rule.each("to")))
                .toList();
        var open = Stream.concat(policy.spec().each("ingress"), policy.spec().each("egress"))
                .filter(rule -> rule.at("from").items().isEmpty()
                                && rule.at("to").items().isEmpty()
                        || rule.at("ports").items().isEmpty())
                .map(rule -> policy + ": a rule without peers or ports lets everything through");
        return Stream.of(
                        forAll ? Stream.of(policy + ": means every pod") : Stream.<String>of(),
                        open,
                        peers.stream()
                                .filter(Network::isAnyPod)
                                .map(peer -> policy + ": an empty selector means everybody"),
                        peers.stream()
                                .filter(Network::reachesInside)
                                .map(peer -> policy + ": reaches addresses that are not public"))
                .flatMap(all -> all);
    }

    private static boolean isAnyPod(Node peer) {
        return Stream.of("podSelector", "namespaceSelector")
                .anyMatch(selector ->
                        peer.at(selector).present() && peer.at(selector).map().isEmpty());
    }

    private static boolean reachesInside(Node peer) {
        var block = peer.at("ipBlock");
        return block.at("cidr").text().equals("0.0.0.0/0")
                        && !block.each("except").map(Node::text).toList().containsAll(NOT_PUBLIC)
                || block.at("cidr").text().equals("::/0");
    }

    private static Stream<String> restricted(Resource namespace) {
        return namespace
                        .labels()
                        .at("pod-security.kubernetes.io/enforce")
                        .text()
                        .equals("restricted")
                ? Stream.of()
                : Stream.of(namespace + ": must enforce the restricted Pod Security Standard");
    }
}
