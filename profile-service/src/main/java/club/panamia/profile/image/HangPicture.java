package club.panamia.profile.image;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.media.Media;
import club.panamia.kernel.media.StoredImage;
import club.panamia.kernel.request.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes what hangs where. A use-case of its own because a picture is drawn and written before the transaction begins. */
@ApplicationScoped
class HangPicture {

    private final Galleries galleries;
    private final Media media;
    private final EventLog events;

    HangPicture(Galleries galleries, Media media, EventLog events) {
        this.galleries = galleries;
        this.media = media;
        this.events = events;
    }

    /** Whether it is worth drawing the picture at all. */
    @WithSession
    Uni<Void> prepare(Actor owner, IfMatch seen) {
        return galleries
                .of(owner)
                .invoke(gallery -> seen.require(gallery.version))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Gallery> hang(Actor owner, Slot slot, IfMatch seen, StoredImage image, String alt) {
        return galleries
                .ofForChange(owner)
                .invoke(gallery -> seen.require(gallery.version))
                .call(gallery -> media.letGo(gallery.fileAt(slot)))
                .call(gallery -> media.refer(owner.userId(), image.file()))
                .call(gallery -> record(owner, gallery.hang(slot, image, alt)));
    }

    @WithTransaction
    Uni<Gallery> takeDown(Actor owner, Slot slot, IfMatch seen) {
        return galleries
                .ofForChange(owner)
                .invoke(gallery -> seen.require(gallery.version))
                .call(gallery -> media.letGo(gallery.fileAt(slot)))
                .call(gallery -> record(owner, gallery.takeDown(slot)));
    }

    private Uni<Void> record(Actor owner, Gallery.Changed changed) {
        return events.record(owner.userId(), changed).chain(galleries::flush);
    }
}
