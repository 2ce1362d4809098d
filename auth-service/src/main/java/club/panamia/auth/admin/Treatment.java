package club.panamia.auth.admin;

import static club.panamia.auth.admin.AdminProblem.LAST_ADMIN;
import static club.panamia.auth.admin.AdminProblem.LISTED_ADMIN;
import static club.panamia.auth.admin.AdminProblem.OWN_ACCOUNT;
import static club.panamia.kernel.problem.CommonProblem.FORBIDDEN;

import club.panamia.kernel.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One administrator treats one person, while all administrators' rows are held: what is decided here about who is left stays
 * true until it is committed.
 */
record Treatment(Actor admin, List<Member> admins, Member member) {

    /** The administrator's rights as the database knows them now, whatever a token still says. */
    Treatment {
        if (admins.stream().noneMatch(one -> one.mayActAsAdmin() && one.id.equals(admin.userId()))) {
            throw FORBIDDEN.because("You are not an administrator any more.");
        }
    }

    Optional<Member.Locked> lock(String reason, Instant now) {
        requireSomebodyElse();
        requireAnAdminLeft();
        return member.lock(reason, now);
    }

    Optional<Member.Unlocked> unlock() {
        return member.unlock();
    }

    Optional<Member.AdminGranted> appoint() {
        return member.appoint();
    }

    /** Those who are listed in {@code ADMIN_EMAILS} would rise again with their next sign-in. */
    Optional<Member.AdminRevoked> dismiss(List<String> adminEmails) {
        if (member.isListedIn(adminEmails)) {
            throw LISTED_ADMIN.because(
                    "Take the address out of ADMIN_EMAILS first: whoever is listed there rises again with the next"
                            + " sign-in.");
        }
        requireAnAdminLeft();
        return member.dismiss();
    }

    private void requireSomebodyElse() {
        if (member.id.equals(admin.userId())) {
            throw OWN_ACCOUNT.because("Another administrator can do this to you.");
        }
    }

    private void requireAnAdminLeft() {
        if (member.mayActAsAdmin()
                && admins.stream().noneMatch(one -> one.mayActAsAdmin() && !one.id.equals(member.id))) {
            throw LAST_ADMIN.because("Make somebody else an administrator first.");
        }
    }
}
