package club.panamia.profile.image;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.media.StoredImage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The pictures of a profile: the same row and version as the profile, and no more of it than they need. */
@Entity
@Table(name = "profiles")
@DynamicUpdate
class Gallery {

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Nullable
    @Column(name = "user_id", columnDefinition = "text", updatable = false)
    String userId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, ShownImage> images;

    protected Gallery() {}

    /** Another picture hangs there now, or none. */
    record Changed(String profileId, @Nullable String userId, int version) implements DomainEvent {
        @Override
        public String type() {
            return "profile.images.changed";
        }
    }

    /** Hangs a picture, in the place of the one that was there. */
    Changed hang(Slot slot, StoredImage image, String alt) {
        var hung = new TreeMap<>(images);
        hung.put(slot.key, new ShownImage(image.file(), alt, image.width(), image.height()));
        images = hung;
        return new Changed(id, userId, version + 1);
    }

    /** Takes the picture down. */
    Changed takeDown(Slot slot) {
        var left = new TreeMap<>(images);
        if (left.remove(slot.key) == null) {
            throw NOT_FOUND.because("No picture hangs at %s.".formatted(slot.key));
        }
        images = left;
        return new Changed(id, userId, version + 1);
    }

    /** The upload that hangs there; null: none. */
    @Nullable
    String fileAt(Slot slot) {
        var image = images.get(slot.key);
        return image == null ? null : image.file();
    }
}
