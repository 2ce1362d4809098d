package club.panamia.profile.own;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.media.Media;
import club.panamia.profile.letter.OwnersMail;
import club.panamia.profile.profile.Ownership;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The end of a profile. A use-case of its own because the session is looked up before the transaction holds a connection. */
@ApplicationScoped
class DeleteProfile {

    private final Profiles profiles;
    private final EventLog events;
    private final OwnersMail mail;
    private final Media media;

    DeleteProfile(Profiles profiles, EventLog events, OwnersMail mail, Media media) {
        this.profiles = profiles;
        this.events = events;
        this.mail = mail;
        this.media = media;
    }

    @WithTransaction
    Uni<Void> of(Actor owner) {
        return profiles.ofForChange(owner)
                .call(profile -> tell(owner, profile, profile.delete()))
                .call(() -> media.letGoOfAll(owner.userId()))
                .chain(profile -> profiles.delete(profile));
    }

    private Uni<Void> tell(Actor owner, Profile profile, Ownership.Deleted deleted) {
        return events.record(owner.userId(), deleted).chain(() -> mail.deleted(profile, deleted));
    }
}
