package club.panamia.social.document.reaction;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.request.ETag;
import club.panamia.social.audience.Audience;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.note.NoteDocument;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Follows, likes and boosts of people of this server, each under the id by which others were told of it, as long as it lasts and
 * everybody may know of both its ends.
 */
@Singleton
class PublicReactions {

    /** Of a post: {@code $1} is the row's id, {@code $2} its ActivityPub id. */
    private static final String OF_A_POST = Audience.viewer("NULL") + """
            SELECT r.uri, me.uri AS actor, s.uri AS object, me.followers_url, a.uri AS other,
                   to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS published
              FROM %s r JOIN social_actors me ON me.id = r.actor_id JOIN (%s) ON s.id = r.status_id
             WHERE r.id = $1 AND r.uri = $2 AND %s AND %s AND %s
            """;

    static final String LIKE = OF_A_POST.formatted(
            "social_likes", Audience.FROM, open("r.actor_id"), Audience.FOR_EVERYBODY, Audience.MAY_SEE);

    static final String BOOST = OF_A_POST.formatted(
            "internal.boost", Audience.FROM, open("r.actor_id"), Audience.FOR_EVERYBODY, Audience.MAY_SEE);

    static final String FOLLOW = """
            SELECT f.uri, follower.uri AS actor, followed.uri AS object, followed.uri AS other,
                   to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS published
              FROM social_follows f JOIN social_actors follower ON follower.id = f.actor_id
              JOIN social_actors followed ON followed.id = f.target_actor_id
             WHERE f.id = $1 AND f.uri = $2 AND f.status <> 'rejected' AND %s
               AND (followed.profile_id IS NULL AND followed.standing = 'good' OR %s)
            """.formatted(open("f.actor_id"), open("f.target_actor_id"));

    private final Pool pool;
    private final Home home;

    PublicReactions(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    private static String open(String actor) {
        return "EXISTS (SELECT FROM social_actors a %s WHERE a.id = %s AND a.standing = 'good')"
                .formatted(Audience.HERE, actor);
    }

    Uni<RestResponse<String>> follow(String id, @Nullable String known) {
        return one(FOLLOW, "follows", id).map(row -> answer(between("Follow", row), known));
    }

    Uni<RestResponse<String>> like(String id, @Nullable String known) {
        return one(LIKE, "likes", id).map(row -> answer(between("Like", row), known));
    }

    Uni<RestResponse<String>> boost(String id, @Nullable String known) {
        return one(BOOST, "boosts", id).map(row -> answer(boost(row), known));
    }

    private Uni<Row> one(String question, String path, String id) {
        return pool.preparedQuery(question)
                .execute(Tuple.of(id, home.at("/ap/%s/%s".formatted(path, id))))
                .map(PublicReactions::theOne);
    }

    private static Row theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw CommonProblem.NOT_FOUND.because("There is no such document for everybody.");
        }
        return rows.iterator().next();
    }

    private static RestResponse<String> answer(JsonObject document, @Nullable String known) {
        return ActivityJson.answer(NoteDocument.alone(document), ETag.of(document.encode()), known);
    }

    private static JsonObject between(String type, Row row) {
        return ReactionDocument.between(
                type,
                row.getString("uri"),
                row.getString("actor"),
                row.getString("object"),
                row.getString("published"),
                row.getString("other"));
    }

    private static JsonObject boost(Row row) {
        return ReactionDocument.announce(
                row.getString("uri"),
                row.getString("actor"),
                row.getString("object"),
                row.getString("published"),
                List.of(row.getString("followers_url"), row.getString("other")));
    }
}
