package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import java.util.List;
import java.util.stream.Stream;

/** What the schema cannot say: that the fields of an object, and the objects of an overlay, fit each other. */
public interface Rule {

    /** Holds for every overlay. */
    List<Rule> EVERYWHERE = List.of(
            new Names(),
            new Vocabulary(),
            new Probes(),
            new Mounts(),
            new References(),
            new Selectors(),
            new Network(),
            new Disruption());

    /** Holds where the services are. */
    List<Rule> OF_APPS = List.of(new Services(), new Poolers(), new Connections(), new Grace());

    /** Holds where strangers come. */
    List<Rule> NOT_LOCAL = List.of(new Guarded());

    /** One line for each place where it is broken. */
    Stream<String> broken(Manifests manifests);
}
