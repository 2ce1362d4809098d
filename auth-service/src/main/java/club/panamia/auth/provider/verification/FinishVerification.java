package club.panamia.auth.provider.verification;

import club.panamia.auth.account.Accounts;
import club.panamia.auth.account.Faces;
import club.panamia.auth.session.Browser;
import club.panamia.auth.session.SignIn;
import club.panamia.auth.user.ProvenPerson;
import club.panamia.auth.user.Users;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Uses a confirmed sign-in up: the person, the account and the session of somebody who is new, or the account of somebody who is
 * in their session already. All in one transaction, so that a refusal leaves everything as it was.
 */
@ApplicationScoped
class FinishVerification {

    private final PendingSignIns pendingSignIns;
    private final Users users;
    private final Accounts accounts;
    private final Faces faces;
    private final SignIn signIn;
    private final Clock clock;

    FinishVerification(
            PendingSignIns pendingSignIns, Users users, Accounts accounts, Faces faces, SignIn signIn, Clock clock) {
        this.pendingSignIns = pendingSignIns;
        this.users = users;
        this.accounts = accounts;
        this.faces = faces;
        this.signIn = signIn;
        this.clock = clock;
    }

    /**
     * The new session's token; empty for somebody who has a session already.
     *
     * @param signedIn the person whose session this browser has, if any
     */
    @WithTransaction
    Uni<Optional<String>> of(String browserHash, @Nullable String signedIn, Browser browser) {
        return pendingSignIns
                .begunIn(browserHash, clock.instant())
                .invoke(PendingSignIn::requireConfirmed)
                .call(pendingSignIns::use)
                .chain(pending -> join(pending, signedIn))
                .chain(person -> open(person, browser));
    }

    private Uni<Optional<String>> open(ProvenPerson person, Browser browser) {
        return person.isNew()
                ? signIn.in(person, browser, clock.instant()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<ProvenPerson> join(PendingSignIn pending, @Nullable String signedIn) {
        return users.proven(pending.email)
                .map(ProvenPerson::notLocked)
                .invoke(person -> pending.requireProofOf(person, signedIn))
                .call(person -> accounts.link(person.id(), pending.account()))
                .call(person -> faces.introduce(person, pending.told.name(), pending.told.image()));
    }
}
