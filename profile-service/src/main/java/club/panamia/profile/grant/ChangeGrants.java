package club.panamia.profile.grant;

import club.panamia.kernel.identity.Actor;
import club.panamia.profile.profile.Badge;
import club.panamia.profile.profile.Chronicle;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.profile.ScopedRole;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Gives and takes badges and roles, each step written down. A use-case of its own because the administrator's session is looked
 * up before the transaction holds a connection.
 */
@ApplicationScoped
class ChangeGrants {

    private final Profiles profiles;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeGrants(Profiles profiles, Chronicle chronicle, Clock clock) {
        this.profiles = profiles;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Profile> badge(Actor admin, String id, Badge badge, boolean held) {
        return profiles.forDecision(id)
                .call(profile -> chronicle.record(admin, profile.change(badge, held, admin, clock.instant())));
    }

    @WithTransaction
    Uni<Profile> role(Actor admin, String id, ScopedRole role, boolean held) {
        return profiles.forDecision(id).call(profile -> chronicle.record(admin, profile.change(role, held)));
    }
}
