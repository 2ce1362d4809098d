package club.panamia.profile.review;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.request.IfMatch;
import club.panamia.profile.letter.OwnersMail;
import club.panamia.profile.profile.Chronicle;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.profile.Standing;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Yes or no to a submitted profile, and the end of one that did harm: the row is locked, so that of two administrators the second finds it decided. A use-case of
 * its own because the administrator's session is looked up before the transaction holds a connection.
 */
@ApplicationScoped
class DecideOnProfile {

    private final Profiles profiles;
    private final Chronicle chronicle;
    private final OwnersMail mail;
    private final Clock clock;

    DecideOnProfile(Profiles profiles, Chronicle chronicle, OwnersMail mail, Clock clock) {
        this.profiles = profiles;
        this.chronicle = chronicle;
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

    @WithTransaction
    Uni<Profile> suspend(Actor admin, String id, String reason) {
        return profiles.forDecision(id)
                .call(profile -> tell(admin, profile, profile.suspend(admin, reason, clock.instant()), reason))
                .call(profiles::flush);
    }

    @WithTransaction
    Uni<Profile> restore(Actor admin, String id) {
        return profiles.forDecision(id)
                .call(profile -> tell(admin, profile, profile.restore(admin, clock.instant())))
                .call(profiles::flush);
    }

    private Uni<Void> tell(Actor admin, Profile profile, Standing.Suspended suspended, String reason) {
        return chronicle.record(admin, suspended).chain(() -> mail.suspended(profile, suspended, reason));
    }

    private Uni<Void> tell(Actor admin, Profile profile, Standing.Restored restored) {
        return chronicle.record(admin, restored).chain(() -> mail.restored(profile, restored));
    }

    private Uni<Void> tell(Actor reviewer, Profile profile, Profile.Approved approved) {
        return chronicle.record(reviewer, approved).chain(() -> mail.published(profile, approved));
    }

    private Uni<Void> tell(Actor reviewer, Profile profile, Standing.Declined declined, String reason) {
        return chronicle.record(reviewer, declined).chain(() -> mail.notPublished(profile, declined, reason));
    }
}
