package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Proof;
import club.panamia.auth.magiclink.VerificationTokens;
import club.panamia.auth.session.Browser;
import club.panamia.auth.session.SignIn;
import club.panamia.auth.user.Users;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Uses a link or a code up and opens a session for the person whose address it proves, all in one transaction. */
@ApplicationScoped
class OpenSession {

    private final VerificationTokens links;
    private final Users users;
    private final SignIn signIn;
    private final Clock clock;

    OpenSession(VerificationTokens links, Users users, SignIn signIn, Clock clock) {
        this.links = links;
        this.users = users;
        this.signIn = signIn;
        this.clock = clock;
    }

    @WithTransaction
    Uni<SignedIn> byLink(String tokenHash, String pendingHash, String email, Browser browser) {
        return links.useLink(tokenHash, pendingHash, email).chain(proof -> open(proof, browser));
    }

    @WithTransaction
    Uni<SignedIn> byCode(String tokenHash, Browser browser) {
        return links.useCode(tokenHash).chain(proof -> open(proof, browser));
    }

    private Uni<SignedIn> open(Proof proof, Browser browser) {
        return users.proven(proof.email())
                .chain(person -> signIn.in(person, browser, clock.instant()))
                .map(token -> new SignedIn(token, proof));
    }
}
