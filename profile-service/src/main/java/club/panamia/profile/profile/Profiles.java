package club.panamia.profile.profile;

import static club.panamia.profile.profile.ProfileProblem.ADDRESS_NOT_PROVEN;
import static club.panamia.profile.profile.ProfileProblem.NOTHING_TO_CLAIM;
import static club.panamia.profile.profile.ProfileProblem.NO_PROFILE_YET;
import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;
import static club.panamia.profile.profile.ProfileProblem.PROFILE_EXISTS;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The profiles, for those who change them. Who only looks asks by SQL: publicview, directory, review. */
@ApplicationScoped
public class Profiles implements PanacheRepositoryBase<Profile, String> {

    private static final String PROVEN_ADDRESS =
            "SELECT email FROM users WHERE id = :id AND email IS NOT NULL AND email_proven_at IS NOT NULL";

    private static final String ACCOUNT_ADDRESS =
            "SELECT email FROM users WHERE id = :id AND locked_at IS NULL AND scrubbed_at IS NULL";

    private static final String SCREENNAME = "SELECT screenname FROM users WHERE id = :id";

    /** The actor's own profile. */
    public Uni<Profile> of(Actor owner) {
        return find("userId", owner.userId())
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> NO_PROFILE_YET.because("Begin one by POST /api/profiles."));
    }

    /** The same, locked: whoever changes it at the same moment waits, and then sees that it has changed. */
    public Uni<Profile> ofForChange(Actor owner) {
        return find("userId", owner.userId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> NO_PROFILE_YET.because("Begin one by POST /api/profiles."));
    }

    /** Any profile, locked until the decision on it is made. */
    public Uni<Profile> forDecision(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_PROFILE.because("There is no profile with this id."));
    }

    /** The address that this person has shown to be theirs. */
    public Uni<String> provenAddressOf(Actor person) {
        return ofUser(PROVEN_ADDRESS, person.userId())
                .onItem()
                .ifNull()
                .failWith(() -> ADDRESS_NOT_PROVEN.because("Sign in once by a link sent to it."));
    }

    /** The address of a person's account; null when there is no such person, or they are locked. */
    public Uni<@Nullable String> accountAddressOf(String userId) {
        return ofUser(ACCOUNT_ADDRESS, userId);
    }

    /** The one profile of nobody under this address or of this person, locked; the person's own comes first. */
    public Uni<Profile> claimable(Actor person, String provenAddress) {
        return find(
                        "userId = ?1 or userId is null and lower(email) = ?2 order by userId nulls last",
                        person.userId(),
                        provenAddress.toLowerCase(Locale.ROOT))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(found -> theOne(found, provenAddress));
    }

    /** Whoever has a profile already may ask for the same one again, and not for another. */
    private static Profile theOne(List<Profile> found, String provenAddress) {
        if (found.size() > 1) {
            throw PROFILE_EXISTS.because("A person has one profile, and there is another with your address.");
        }
        if (found.isEmpty() || !provenAddress.equalsIgnoreCase(found.getFirst().email())) {
            throw NOTHING_TO_CLAIM.because("Nobody has made a profile for this address.");
        }
        return found.getFirst();
    }

    /** The public handle of the person behind a profile; null when there is none. */
    public Uni<@Nullable String> screennameOf(String userId) {
        return ofUser(SCREENNAME, userId);
    }

    private Uni<@Nullable String> ofUser(String question, String userId) {
        return getSession()
                .chain(session -> session.createNativeQuery(question, String.class)
                        .setParameter("id", userId)
                        .getSingleResultOrNull());
    }
}
