package club.panamia.social.delivery;

import club.panamia.social.audience.Audience;
import club.panamia.social.audience.Visibility;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.actor.ActorDocument;
import club.panamia.social.document.article.ArticleDocument;
import club.panamia.social.document.note.NoteDocument;
import club.panamia.social.home.Home;
import club.panamia.social.media.MediaLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Posts, articles and actors of this server, written out for those whom they are sent to; nothing, where they are there no more. */
@Singleton
class Writings {

    private static final String NOTE = """
            SELECT %s FROM %s WHERE s.id = $1 AND s.visibility <> 'local' AND NOT s.is_draft
            """.formatted(NoteDocument.COLUMNS, Audience.FROM_HERE);

    private static final String ACTOR = """
            SELECT %s, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS said
              FROM social_actors a LEFT JOIN internal.actor_key k ON k.actor_id = a.id AND k.kind = 'ed25519'
             WHERE a.id = $1 AND a.profile_id IS NOT NULL
            """.formatted(ActorDocument.COLUMNS);

    private static final String ARTICLE = """
            SELECT %s FROM %s WHERE f.uri = $1 AND f.withdrawn_at IS NULL
            """.formatted(ArticleDocument.COLUMNS, ArticleDocument.FROM);

    private final Pool pool;
    private final MediaLinks links;
    private final Vertx workers;
    private final Home home;

    Writings(Pool pool, MediaLinks links, Vertx workers, Home home) {
        this.pool = pool;
        this.links = links;
        this.workers = workers;
        this.home = home;
    }

    /** That it was said. */
    Uni<Optional<JsonObject>> creation(String statusId) {
        return one(NOTE, statusId, note -> NoteDocument.alone(creation(note)));
    }

    /** That it is said otherwise. */
    Uni<Optional<JsonObject>> change(String statusId, String uri) {
        return one(NOTE, statusId, note -> NoteDocument.alone(updated(creation(note), uri)));
    }

    /** Said when it was changed last, where it tells when that was. */
    private static JsonObject updated(JsonObject creation, String uri) {
        var changed = creation.getJsonObject("object").getString("updated", creation.getString("published"));
        return creation.put("id", uri).put("type", "Update").put("published", changed);
    }

    private JsonObject creation(Row note) {
        var creation = NoteDocument.creation(note, home);
        return Visibility.of(note.getString("visibility")).isForEverybody()
                ? creation
                : NoteDocument.forFew(creation, links);
    }

    /** That somebody has changed. */
    Uni<Optional<JsonObject>> changeOfActor(String actorId, String uri) {
        return one(ACTOR, actorId, actor -> changed(actor, uri));
    }

    /**
     * That an article is out, or that something about it is new.
     *
     * @param uri the activity's, which begins with the article's
     */
    Uni<Optional<JsonObject>> ofArticle(String uri) {
        return uri.endsWith("/activity")
                ? article(uri.substring(0, uri.lastIndexOf('/')), creation -> creation)
                : article(uri.substring(0, uri.indexOf('#')), creation -> updated(creation, uri));
    }

    private Uni<Optional<JsonObject>> article(String uri, UnaryOperator<JsonObject> said) {
        return one(ARTICLE, uri, row -> row).chain(row -> onAWorker(row, said));
    }

    private Uni<Optional<JsonObject>> onAWorker(Optional<Row> article, UnaryOperator<JsonObject> said) {
        return workers.executeBlocking(() -> written(article, said), false);
    }

    private Optional<JsonObject> written(Optional<Row> article, UnaryOperator<JsonObject> said) {
        return article.map(row -> ArticleDocument.creation(row, home)).map(said).map(NoteDocument::alone);
    }

    private JsonObject changed(Row row, String uri) {
        return ActivityJson.document()
                .put("id", uri)
                .put("type", "Update")
                .put("actor", row.getString("uri"))
                .put("published", row.getString("said"))
                .put("to", new JsonArray().add(Home.PUBLIC))
                .put("cc", new JsonArray().add(row.getString("followers_url")))
                .put("object", ActorDocument.of(row, home));
    }

    private <T> Uni<Optional<T>> one(String question, String id, Function<Row, T> written) {
        return pool.preparedQuery(question)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(written));
    }
}
