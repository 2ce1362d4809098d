package club.panamia.social.actor;

import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * An actor shows what its profile and account say now: name, picture, description and handle. It is read anew, so that it is
 * right in whatever order one hears of changes.
 */
@Singleton
public class KeepInStep {

    private static final String SAID = """
            SELECT a.id, p.name, coalesce(nullif(btrim(p.descriptions ->> 'details'), ''), p.descriptions ->> 'background') AS words,
                   p.images -> 'primary' ->> 'file' AS file, coalesce(u.screenname, a.username) AS username
              FROM social_actors a JOIN profiles p ON p.id = a.profile_id JOIN users u ON u.id = p.user_id
             WHERE u.id = :person
            """;

    private static final String SHOW = """
            UPDATE social_actors SET name = :name, summary = :summary, icon_url = :icon, username = :username
             WHERE id = :id
               AND (name, summary, icon_url, username)
                   IS DISTINCT FROM (CAST(:name AS text), CAST(:summary AS text), CAST(:icon AS text), CAST(:username AS text))
            """;

    private final Home home;

    KeepInStep(Home home) {
        this.home = home;
    }

    /** In the caller's transaction; the actor's id where it shows something else now, else nothing. */
    public Uni<@Nullable String> refresh(String userId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(SAID, Object[].class)
                        .setParameter("person", userId)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNotNull()
                        .transformToUni(said -> show(session, said)));
    }

    private Uni<@Nullable String> show(Mutiny.Session session, Object[] said) {
        var id = (String) said[0];
        var file = (String) said[3];
        return session.createNativeQuery(SHOW)
                .setParameter("id", id)
                .setParameter("name", (String) said[1])
                .setParameter("summary", Biography.html((String) said[2]))
                .setParameter("icon", file == null ? null : home.at("/media/profile/%s-320.jpg".formatted(file)))
                .setParameter("username", (String) said[4])
                .executeUpdate()
                .map(changed -> changed == 0 ? null : id);
    }
}
