package club.panamia.auth.admin;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The people, for those who look after them. */
@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, String> {

    /** Whom {@code admin} wants to treat, with all administrators held in one order: two who dismiss each other wait in line. */
    Uni<Treatment> treatedBy(Actor admin, String memberId) {
        return find("role = 'admin' and scrubbedAt is null order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(admins -> treatment(admin, admins, memberId));
    }

    private Uni<Treatment> treatment(Actor admin, List<Member> admins, String memberId) {
        return find("id = ?1 and scrubbedAt is null", memberId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> NOT_FOUND.because("There is nobody with this id."))
                .map(member -> new Treatment(admin, admins, member));
    }
}
