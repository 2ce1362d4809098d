package club.panamia.social.media;

import club.panamia.kernel.media.BlobStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Files leave the disk, and then the database: a crash in between leaves a row that says what is to be done. */
@Singleton
public class RemoveFiles {

    private static final Logger LOG = Logger.getLogger(RemoveFiles.class);

    private final BlobStore blobs;

    RemoveFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * Those of rows that are claimed; how many it removed.
     *
     * @param forget removes a row
     */
    public Uni<Integer> of(List<String> ids, Function<String, Uni<Void>> forget) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> remove(id, forget))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    /** One that cannot be removed now stays claimed, and is tried again by the next run. */
    private Uni<Integer> remove(String id, Function<String, Uni<Void>> forget) {
        return blobs.remove(MediaName.group(id))
                .chain(() -> forget.apply(id))
                .replaceWith(1)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "A file could not be removed id=%s", id))
                .onFailure()
                .recoverWithItem(0);
    }
}
