package club.panamia.kernel.media;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.kernel.problem.CommonProblem.OVERLOADED;

import club.panamia.kernel.secret.Sha256;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that people upload to this service. First {@link #keep} one, outside a transaction; then {@link #refer} to it in
 * the transaction that writes its name into a row. What nothing refers to is swept after a day.
 */
@ApplicationScoped
public class Media {

    /** Longer sides in pixels. */
    public static final List<Integer> SIZES = List.of(96, 320, 960);

    /** How a problem names the place of an upload. */
    public static final String FIELD = "/image";

    static final int LARGEST = 960;
    static final String KEY = "%s/%s/%d.jpg";

    private static final Duration SOON = Duration.ofSeconds(2);

    private final String service;
    private final Darkroom darkroom;
    private final MediaRows rows;
    private final BlobStore blobs;

    Media(
            @ConfigProperty(name = "quarkus.application.name") String application,
            Darkroom darkroom,
            MediaRows rows,
            BlobStore blobs) {
        this.service = serviceOf(application);
        this.darkroom = darkroom;
        this.rows = rows;
        this.blobs = blobs;
    }

    /** Checks a picture, draws it anew and keeps it as its owner's. A second upload of the same one is the same picture. */
    public Uni<StoredImage> keep(String ownerId, byte[] upload) {
        var file = name(ownerId, upload);
        return darkroom.develop(upload)
                .call(picture -> open(ownerId, file, picture, upload.length))
                .call(picture -> write(file, picture))
                .call(() -> rows.stored(service, file))
                .map(picture -> new StoredImage(file, picture.width(), picture.height()));
    }

    /** Says in the caller's transaction that something refers to it now; refused unless it is this owner's upload. */
    public Uni<Void> refer(String ownerId, String file) {
        return rows.refer(service, ownerId, file).invoke(Media::refuseStrangers).replaceWithVoid();
    }

    /** Says in the caller's transaction that a reference is gone, so that nobody waits a day; null: there was none. */
    public Uni<Void> letGo(@Nullable String file) {
        return file == null ? Uni.createFrom().voidItem() : rows.letGo(service, file);
    }

    /** Says in the caller's transaction that nothing refers to any picture of this owner any more. */
    public Uni<Void> letGoOfAll(String ownerId) {
        return rows.letGoOfAll(service, ownerId);
    }

    private Uni<Void> open(String ownerId, String file, Picture picture, int bytes) {
        return rows.open(service, ownerId, file, picture, bytes)
                .invoke(Media::refuseWhileSwept)
                .replaceWithVoid();
    }

    private Uni<Void> write(String file, Picture picture) {
        return Multi.createFrom()
                .iterable(picture.sizes().entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        size -> blobs.put(KEY.formatted(service, file, size.getKey()), size.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One person's files are never another's: the name tells nobody who else has the same picture. */
    private static String name(String ownerId, byte[] upload) {
        var owner = (ownerId + "\0").getBytes(StandardCharsets.UTF_8);
        var all = new byte[owner.length + upload.length];
        System.arraycopy(owner, 0, all, 0, owner.length);
        System.arraycopy(upload, 0, all, owner.length, upload.length);
        return Sha256.hex(all);
    }

    private static void refuseStrangers(boolean known) {
        if (!known) {
            throw INVALID.because("Upload the picture first.").at(FIELD, "is not an upload of yours");
        }
    }

    private static void refuseWhileSwept(boolean opened) {
        if (!opened) {
            throw OVERLOADED.because("The same picture is being removed.").retryAfter(SOON);
        }
    }

    static String serviceOf(String application) {
        return application.replace("-service", "");
    }
}
