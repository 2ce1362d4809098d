package club.panamia.social.post;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.effect.Statement;
import club.panamia.social.emoji.OwnEmoji;
import club.panamia.social.home.Home;
import club.panamia.social.text.PostText;
import club.panamia.social.text.Shortcodes;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What actors of this server have said. */
@ApplicationScoped
class Statuses implements PanacheRepositoryBase<Status, String> {

    private static final String MINE = """
            SELECT s.id FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id JOIN profiles p ON p.id = a.profile_id
             WHERE s.id = :id AND p.user_id = :person AND (s.expires_at IS NULL OR s.expires_at > now())
            """;

    private static final String ADDRESS = """
            INSERT INTO social_recipients (status_id, uri, actor_id, field, published)
            SELECT s.id, r.uri, r.actor_id, r.field, s.published
              FROM social_statuses s,
                   jsonb_to_recordset(CAST(CAST(:rows AS text) AS jsonb)) AS r (uri text, actor_id text, field text)
             WHERE s.id = :id
            """;

    private static final String TAG = """
            INSERT INTO social_tags (status_id, type, name, href, published)
            SELECT s.id, t.type, t.name, t.href, s.published
              FROM social_statuses s, jsonb_to_recordset(CAST(CAST(:rows AS text) AS jsonb)) AS t (type text, name text, href text)
             WHERE s.id = :id
            """;

    private static final String ILLUSTRATE = """
            INSERT INTO social_tags (status_id, type, name, href, published)
            SELECT s.id, 'Emoji', ':' || e.shortcode || ':', CAST(:folder AS text) || %s, s.published
              FROM social_statuses s, internal.custom_emoji e
             WHERE s.id = :id AND e.state = 'stored' AND e.shortcode = ANY (string_to_array(CAST(:names AS text), ' '))
             ORDER BY e.shortcode LIMIT 50
            """.formatted(OwnEmoji.FILE);

    private final Home home;

    Statuses(Home home) {
        this.home = home;
    }

    /** A post of the person's, locked; what others say is not to be found here. */
    Uni<Status> writtenBy(Actor person, String id) {
        return getSession()
                .chain(session -> session.createNativeQuery(MINE, String.class)
                        .setParameter("id", id)
                        .setParameter("person", person.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_STATUS.because("You have said nothing like this."))
                .chain(found -> findById(found, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_STATUS.because("It has just been deleted."));
    }

    /** Writes down to whom it goes, what it is found by, and which pictures are in it. */
    Uni<Void> address(Status status, Envelope envelope, PostText text) {
        var id = status.id;
        var tags = new JsonArray();
        text.hashtags().forEach(name -> tags.add(tag("Hashtag", "#" + name, home.tag(name))));
        envelope.people().forEach(person -> tags.add(tag("Mention", person.handle(), person.uri())));
        return insert(ADDRESS, id, envelope.rows())
                .chain(() -> insert(TAG, id, tags))
                .chain(() -> illustrate(status, text));
    }

    /** Of the pictures that it names, those that there are. */
    private Uni<Void> illustrate(Status status, PostText text) {
        var names = new LinkedHashSet<>(text.shortcodes());
        names.addAll(Shortcodes.in(status.contentWarning));
        return names.isEmpty()
                ? Uni.createFrom().voidItem()
                : Statement.run(
                                ILLUSTRATE,
                                Map.of(
                                        "id", status.id,
                                        "folder", OwnEmoji.folder(home),
                                        "names", String.join(" ", names)))
                        .replaceWithVoid();
    }

    /** Before it is addressed anew. */
    Uni<Void> unaddress(String id) {
        return delete("DELETE FROM social_recipients WHERE status_id = :id", id)
                .chain(() -> delete("DELETE FROM social_tags WHERE status_id = :id", id));
    }

    /** The actors whom a post was sent to. */
    Uni<List<Addressee>> addressees(String id) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery("""
                        SELECT a.id, a.uri, a.username, a.domain FROM social_recipients r
                          JOIN social_actors a ON a.id = r.actor_id WHERE r.status_id = :id
                        """, Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.stream().map(Addressee::of).toList());
    }

    private static JsonObject tag(String type, String name, String href) {
        return new JsonObject().put("type", type).put("name", name).put("href", href);
    }

    private static Uni<Void> insert(String sql, String id, JsonArray rows) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("id", id)
                        .setParameter("rows", rows.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> delete(String sql, String id) {
        return CallersTransaction.session()
                .chain(session ->
                        session.createNativeQuery(sql).setParameter("id", id).executeUpdate())
                .replaceWithVoid();
    }
}
