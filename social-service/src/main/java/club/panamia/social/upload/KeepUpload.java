package club.panamia.social.upload;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.media.BlobStore;
import club.panamia.kernel.media.Darkroom;
import club.panamia.social.actor.Participants;
import club.panamia.social.file.MediaFile;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.media.MediaName;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody uploads a file. It is looked at and written outside of any transaction. */
@ApplicationScoped
class KeepUpload {

    private final Participants participants;
    private final Darkroom darkroom;
    private final Room room;
    private final Uploads uploads;
    private final BlobStore blobs;
    private final MediaLinks links;

    KeepUpload(
            Participants participants,
            Darkroom darkroom,
            Room room,
            Uploads uploads,
            BlobStore blobs,
            MediaLinks links) {
        this.participants = participants;
        this.darkroom = darkroom;
        this.room = room;
        this.uploads = uploads;
        this.blobs = blobs;
        this.links = links;
    }

    /** Whether the file is worth looking at. */
    @WithTransaction
    Uni<Void> admit(Actor person) {
        return participants.of(person).replaceWithVoid();
    }

    Uni<MediaFile> look(byte[] upload) {
        return darkroom.work(() -> MediaFile.of(upload));
    }

    Uni<UploadView> keep(Actor person, MediaFile file) {
        var id = Ids.next();
        return room.open(id, person, file)
                .chain(() -> write(id, file))
                .chain(() -> uploads.stored(id))
                .map(done -> UploadView.of(id, file, links));
    }

    private Uni<Void> write(String id, MediaFile file) {
        return Multi.createFrom()
                .iterable(file.files().entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        part -> blobs.put(new MediaName(id, part.getKey()).key(), part.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
