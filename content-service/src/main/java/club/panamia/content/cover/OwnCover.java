package club.panamia.content.cover;

import club.panamia.content.wording.Cover;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.media.Media;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Of the pictures that are kept here, an article shows its writer's own uploads; in the caller's transaction. */
@Singleton
public class OwnCover {

    private final Media media;

    OwnCover(Media media) {
        this.media = media;
    }

    /** What it has shown all along may stay. */
    public Uni<Void> require(Actor writer, @Nullable String before, @Nullable String after) {
        return Cover.file(after)
                .filter(file -> !Objects.equals(before, after))
                .map(file -> media.refer(writer.userId(), file))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
