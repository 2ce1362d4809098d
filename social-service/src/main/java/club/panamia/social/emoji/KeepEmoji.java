package club.panamia.social.emoji;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.media.BlobStore;
import club.panamia.kernel.media.Darkroom;
import club.panamia.social.file.SmallPicture;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** A moderator uploads a picture. It is looked at and written outside of any transaction. */
@Singleton
class KeepEmoji {

    private final Darkroom darkroom;
    private final Emojis emojis;
    private final BlobStore blobs;

    KeepEmoji(Darkroom darkroom, Emojis emojis, BlobStore blobs) {
        this.darkroom = darkroom;
        this.emojis = emojis;
        this.blobs = blobs;
    }

    Uni<OwnEmoji> keep(String shortcode, byte[] upload, boolean hidden, Actor moderator) {
        return darkroom.work(() -> SmallPicture.of(upload))
                .chain(picture -> keep(shortcode, picture, hidden, moderator));
    }

    private Uni<OwnEmoji> keep(String shortcode, SmallPicture picture, boolean hidden, Actor moderator) {
        var id = Ids.next();
        return emojis.open(id, shortcode, picture, hidden, moderator)
                .chain(() -> blobs.put(OwnEmoji.key(id, picture.mediaType()), picture.content()))
                .chain(() -> emojis.stored(id))
                .chain(() -> emojis.one(id));
    }
}
