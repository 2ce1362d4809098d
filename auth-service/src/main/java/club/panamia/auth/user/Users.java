package club.panamia.auth.user;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The people. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<User, String> {

    /**
     * One statement finds or makes the person, notes the proof, and raises a listed address to administrator, whoever else proves
     * the same address at the same moment. Nobody new where it is a further address of somebody.
     */
    private static final String PROVEN = """
            INSERT INTO users AS known (email, email_verified, email_proven_at, role)
            SELECT :email, now(), now(), CASE WHEN :listed THEN 'admin' ELSE 'user' END
             WHERE NOT EXISTS (
               SELECT FROM internal.email_claim claim JOIN users holder ON holder.id = claim.user_id
                WHERE claim.norm = :email AND lower(holder.email) <> :email)
            ON CONFLICT (lower(email)) DO UPDATE SET
              email_verified  = coalesce(known.email_verified, now()),
              email_proven_at = coalesce(known.email_proven_at, now()),
              role            = CASE WHEN :listed THEN 'admin' ELSE known.role END
            RETURNING id, locked_at, xmax = 0
            """;

    private static final String HOLDER = """
            SELECT u.id, u.locked_at, false FROM internal.email_claim claim JOIN users u ON u.id = claim.user_id
             WHERE claim.norm = :email
            """;

    private static final String OWN_IMAGE = """
            SELECT EXISTS (SELECT FROM profiles WHERE user_id = :user
                              AND jsonb_path_exists(images, '$.** ? (@ == $path)', jsonb_build_object('path', CAST(:path AS text))))
            """;

    private final List<String> adminEmails;

    Users(Settings settings) {
        adminEmails = settings.adminEmails().orElse(List.of()).stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Somebody has just shown that {@code email}, their own or a further one, is theirs. */
    public Uni<ProvenPerson> proven(String email) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PROVEN, Object[].class)
                        .setParameter("email", email)
                        .setParameter("listed", adminEmails.contains(email))
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .switchTo(() -> holderOf(email))
                .map(row -> new ProvenPerson((String) row[0], toInstant(row[1]), (boolean) row[2]));
    }

    private static Uni<Object[]> holderOf(String email) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLDER, Object[].class)
                        .setParameter("email", email)
                        .getSingleResult());
    }

    /** The actor's own row. */
    public Uni<User> self(Actor actor) {
        return findById(actor.userId()).onItem().ifNull().failWith(Users::gone);
    }

    /** The actor's own row, locked until the change of it is made. */
    public Uni<User> selfForChange(Actor actor) {
        return findById(actor.userId(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Users::gone);
    }

    /** Refuses a path of ours that leads to no image of the actor's own profile; addresses elsewhere are anybody's. */
    public Uni<Void> requireOwnImage(Actor actor, @Nullable String image) {
        if (image == null || !image.startsWith("/")) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OWN_IMAGE, Boolean.class)
                        .setParameter("user", actor.userId())
                        .setParameter("path", image)
                        .getSingleResult())
                .invoke(Users::requireOwn)
                .replaceWithVoid();
    }

    private static void requireOwn(boolean own) {
        if (!own) {
            throw INVALID.because("Only an image that you uploaded can be yours.")
                    .at("/image", "must be an image of your own profile");
        }
    }

    private static Problem gone() {
        return NOT_FOUND.because("The account is gone.");
    }

    private static @Nullable Instant toInstant(@Nullable Object value) {
        return value instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
