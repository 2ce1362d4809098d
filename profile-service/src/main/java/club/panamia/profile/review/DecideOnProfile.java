package club.panamia.profile.review;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.profile.profile.IfMatch;
import club.panamia.profile.profile.OwnersMail;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Yes or no to a submitted profile: the row is locked, so that of two administrators the second finds it decided. A use-case of
 * its own because the administrator's session is looked up before the transaction holds a connection.
 */
@ApplicationScoped
class DecideOnProfile {

    private final Profiles profiles;
    private final EventLog events;
    private final OwnersMail mail;
    private final Clock clock;

    DecideOnProfile(Profiles profiles, EventLog events, OwnersMail mail, Clock clock) {
        this.profiles = profiles;
        this.events = events;
        this.mail = mail;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Profile> approve(Actor reviewer, String id, IfMatch seen) {
        return profiles.forDecision(id)
                .invoke(profile -> seen.require(profile.version()))
                .call(profile -> tell(reviewer, profile, profile.approve(reviewer, clock.instant())))
                .call(profiles::flush);
    }

    @WithTransaction
    Uni<Profile> decline(Actor reviewer, String id, IfMatch seen, String reason) {
        return profiles.forDecision(id)
                .invoke(profile -> seen.require(profile.version()))
                .call(profile -> tell(reviewer, profile, profile.decline(reviewer, reason, clock.instant()), reason))
                .call(profiles::flush);
    }

    private Uni<Void> tell(Actor reviewer, Profile profile, Profile.Approved approved) {
        return events.record(reviewer.userId(), approved).chain(() -> mail.published(profile, approved));
    }

    private Uni<Void> tell(Actor reviewer, Profile profile, Profile.Declined declined, String reason) {
        return events.record(reviewer.userId(), declined).chain(() -> mail.notPublished(profile, declined, reason));
    }
}
