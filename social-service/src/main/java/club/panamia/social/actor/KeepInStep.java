package club.panamia.social.actor;

import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * An actor shows what its profile and account say now to everybody: name, pictures, description, pages and handle. It is read anew, so that it is
 * right in whatever order one hears of changes.
 */
@Singleton
public class KeepInStep {

    private static final String SAID = """
            SELECT a.id, p.name, coalesce(nullif(btrim(p.descriptions ->> 'details'), ''), p.descriptions ->> 'background') AS words,
                   p.images -> 'primary' ->> 'file' AS file, coalesce(u.screenname, a.username) AS username,
                   p.images -> 'header' ->> 'file' AS header,
                   (SELECT CAST(coalesce(jsonb_object_agg(s.key, s.value), '{}') AS text) FROM jsonb_each(p.socials) AS s
                     WHERE p.audience ->> s.key = 'public') AS pages,
                   CASE u.account_type WHEN 'small_business' THEN 'Organization' ELSE 'Person' END AS type
              FROM social_actors a JOIN profiles p ON p.id = a.profile_id JOIN users u ON u.id = p.user_id
             WHERE u.id = :person
            """;

    private static final String SHOW = """
            WITH said AS (
              SELECT CAST(:name AS text) AS name, CAST(:summary AS text) AS summary, CAST(:icon AS text) AS icon,
                     CAST(:header AS text) AS header, CAST(:username AS text) AS username, CAST(:type AS text) AS type,
                     CAST(CAST(:fields AS text) AS jsonb) AS fields
            )
            UPDATE social_actors a SET name = said.name, summary = said.summary, icon_url = said.icon, header_url = said.header,
                   username = said.username, type = said.type, fields = said.fields
              FROM said
             WHERE a.id = :id AND (a.name, a.summary, a.icon_url, a.header_url, a.username, a.type, a.fields)
                   IS DISTINCT FROM (said.name, said.summary, said.icon, said.header, said.username, said.type, said.fields)
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
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(said -> shown(said));
    }

    private Uni<@Nullable String> shown(Object[] said) {
        return CallersTransaction.session().chain(session -> show(session, said));
    }

    private Uni<@Nullable String> show(Mutiny.Session session, Object[] said) {
        var id = (String) said[0];
        return session.createNativeQuery(SHOW)
                .setParameter("id", id)
                .setParameter("name", (String) said[1])
                .setParameter("summary", Biography.html((String) said[2]))
                .setParameter("icon", picture((String) said[3], 320))
                .setParameter("header", picture((String) said[5], 960))
                .setParameter("username", (String) said[4])
                .setParameter("type", (String) said[7])
                .setParameter(
                        "fields", OwnPages.in(new JsonObject((String) said[6])).encode())
                .executeUpdate()
                .map(changed -> changed == 0 ? null : id);
    }

    private @Nullable String picture(@Nullable String file, int size) {
        return file == null ? null : home.at("/media/profile/%s-%d.jpg".formatted(file, size));
    }
}
