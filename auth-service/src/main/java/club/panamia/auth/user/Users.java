package club.panamia.auth.user;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The people. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<User, String> {

    /**
     * One statement finds or makes the person, notes the proof, and raises a listed address to administrator, whoever else proves
     * the same address at the same moment.
     */
    private static final String PROVEN = """
            INSERT INTO users AS known (email, email_verified, email_proven_at, role)
            VALUES (:email, now(), now(), CASE WHEN :listed THEN 'admin' ELSE 'user' END)
            ON CONFLICT (lower(email)) DO UPDATE SET
              email_verified  = coalesce(known.email_verified, now()),
              email_proven_at = coalesce(known.email_proven_at, now()),
              role            = CASE WHEN :listed THEN 'admin' ELSE known.role END
            RETURNING id, locked_at, xmax = 0
            """;

    private final List<String> adminEmails;

    Users(Settings settings) {
        adminEmails = settings.adminEmails().orElse(List.of()).stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Somebody has just shown that {@code email} is theirs. */
    public Uni<ProvenPerson> proven(String email) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PROVEN, Object[].class)
                        .setParameter("email", email)
                        .setParameter("listed", adminEmails.contains(email))
                        .getSingleResult())
                .map(row -> new ProvenPerson((String) row[0], toInstant(row[1]), (boolean) row[2]));
    }

    /** The actor's own row. */
    Uni<User> self(Actor actor) {
        return findById(actor.userId()).onItem().ifNull().failWith(() -> NOT_FOUND.because("The account is gone."));
    }

    private static @org.jspecify.annotations.Nullable Instant toInstant(
            @org.jspecify.annotations.Nullable Object value) {
        return value instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
