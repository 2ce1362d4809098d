package club.panamia.profile.claim;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.identity.Actor;
import club.panamia.profile.letter.OwnersMail;
import club.panamia.profile.profile.Chronicle;
import club.panamia.profile.profile.Ownership;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.profile.Step;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * An administrator says to whom a profile belongs, or that it belongs to nobody. A use-case of its own because the
 * administrator's session is looked up before the transaction holds a connection.
 */
@ApplicationScoped
class AssignOwner {

    private final Profiles profiles;
    private final HandOver handOver;
    private final Chronicle chronicle;
    private final OwnersMail mail;

    AssignOwner(Profiles profiles, HandOver handOver, Chronicle chronicle, OwnersMail mail) {
        this.profiles = profiles;
        this.handOver = handOver;
        this.chronicle = chronicle;
        this.mail = mail;
    }

    @WithTransaction
    Uni<Profile> assign(Actor admin, String id, String person) {
        return profiles.accountAddressOf(person)
                .onItem()
                .ifNull()
                .failWith(() -> INVALID.because("There is no such person.").at("/userId", "must be the id of a person"))
                .chain(() -> profiles.forDecision(id))
                .call(profile -> handOver.to(person, profile, admin, Step.Kind.ASSIGNED, null));
    }

    @WithTransaction
    Uni<Profile> release(Actor admin, String id) {
        return profiles.forDecision(id).call(profile -> tell(admin, profile, profile.release()));
    }

    private Uni<Void> tell(Actor admin, Profile profile, Optional<Ownership.Released> released) {
        return released.map(event -> tell(admin, profile, event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Actor admin, Profile profile, Ownership.Released released) {
        return profiles.flush()
                .chain(() -> chronicle.record(admin, released))
                .chain(() -> mail.released(profile, released));
    }
}
