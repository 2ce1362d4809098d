package club.panamia.kernel.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Removes this service's pictures that nothing refers to; a job of the service calls it. Two may run at once. */
@ApplicationScoped
public class MediaSweep {

    private static final Logger LOG = Logger.getLogger(MediaSweep.class);
    private static final int BATCH = 500;

    private final String service;
    private final MediaRows rows;
    private final BlobStore blobs;

    MediaSweep(@ConfigProperty(name = "quarkus.application.name") String application, MediaRows rows, BlobStore blobs) {
        this.service = Media.serviceOf(application);
        this.rows = rows;
        this.blobs = blobs;
    }

    /** Looks at those that nobody touched for a day, at most a batch; how many it removed. */
    public Uni<Integer> run(InUse inUse) {
        return rows.untouched(service, BATCH)
                .chain(files -> files.isEmpty() ? Uni.createFrom().item(0) : look(files, inUse));
    }

    private Uni<Integer> look(List<String> files, InUse inUse) {
        return inUse.among(files)
                .call(used -> rows.foundInUse(service, used))
                .chain(used -> rows.claim(service, without(files, used)))
                .chain(this::remove);
    }

    private static Set<String> without(List<String> files, Set<String> used) {
        var rest = new HashSet<>(files);
        rest.removeAll(used);
        return rest;
    }

    private Uni<Integer> remove(List<String> files) {
        return Multi.createFrom()
                .iterable(files)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .asList()
                .replaceWith(files.size());
    }

    /** One that cannot be removed now stays claimed, and is tried again by the next run. */
    private Uni<Void> remove(String file) {
        return blobs.remove(service + "/" + file)
                .chain(() -> rows.forget(service, file))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "A picture could not be removed file=%s", file))
                .onFailure()
                .recoverWithNull();
    }
}
