package club.panamia.auth.provider;

import static club.panamia.auth.provider.ProviderProblem.EMAIL_REQUIRED;

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

/**
 * Lets somebody in whom a provider has named: a known account signs in its person; at a trusted provider a verified address does,
 * too, which makes the account known. Anything else must be proven first.
 */
@ApplicationScoped
class EnterByProvider {

    private final Accounts accounts;
    private final Users users;
    private final Faces faces;
    private final SignIn signIn;
    private final Clock clock;

    EnterByProvider(Accounts accounts, Users users, Faces faces, SignIn signIn, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.faces = faces;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** The new session's token; empty when the address must be proven. */
    @WithTransaction
    Uni<Optional<String>> with(ForeignIdentity who, Provider provider, Browser browser) {
        return accounts.holderOf(who.account())
                .chain(known -> known.isPresent() ? Uni.createFrom().item(known) : byAddress(who, provider))
                .chain(person -> person.isPresent() ? open(person.get(), browser) : nobodyYet());
    }

    private Uni<Optional<ProvenPerson>> byAddress(ForeignIdentity who, Provider provider) {
        if (who.email() == null) {
            throw EMAIL_REQUIRED.because(
                    "%s tells us no e-mail address of yours. Sign in by a link in a mail, then link the account there."
                            .formatted(provider.label()));
        }
        return provider.isTrusted() && who.emailVerified()
                ? join(who, who.email())
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<ProvenPerson>> join(ForeignIdentity who, String email) {
        return users.proven(email)
                .map(ProvenPerson::notLocked)
                .call(person -> accounts.link(person.id(), who.account()))
                .call(person -> faces.introduce(person, who.name(), who.image()))
                .map(Optional::of);
    }

    private Uni<Optional<String>> open(ProvenPerson person, Browser browser) {
        return signIn.in(person, browser, clock.instant()).map(Optional::of);
    }

    private static Uni<Optional<String>> nobodyYet() {
        return Uni.createFrom().item(Optional.empty());
    }
}
