package club.panamia.social.document.article;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.audience.Audience;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.Lately;
import club.panamia.social.document.Tombstones;
import club.panamia.social.document.note.NoteDocument;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Articles as other servers read them, each under the id that it has while it is out. */
@Singleton
class PublicArticles {

    private static final String OUT = """
            SELECT %%s FROM %s WHERE f.id = $1 AND f.withdrawn_at IS NULL AND a.standing = 'good'
            """.formatted(ArticleDocument.FROM);

    static final String ONE = OUT.formatted(ArticleDocument.COLUMNS);

    /** As much of it as tells those who have it that it is still right. */
    static final String VERSION = OUT.formatted(ArticleDocument.VERSION);

    private static final String PAGE = OUT.formatted("r.slug");

    /** Posts, and articles of this server. */
    static final String REPLIES = """
            SELECT uri FROM (
              SELECT s.uri, s.published, s.id FROM %s WHERE s.in_reply_to_uri = $1 AND %s
              UNION ALL
              SELECT f.uri, f.created_at, f.id
                FROM %s
               WHERE r.in_reply_to = (SELECT q.article_id FROM internal.federated_article q WHERE q.uri = $1)
                 AND f.withdrawn_at IS NULL AND a.standing = 'good') AS answers
             ORDER BY published, id LIMIT 100
            """.formatted(Audience.FROM, Audience.ANYBODY_MAY_SEE, ArticleDocument.FROM);

    private final Pool pool;
    private final Tombstones tombstones;
    private final Lately lately;
    private final Vertx workers;
    private final Home home;

    PublicArticles(Pool pool, Tombstones tombstones, Lately lately, Vertx workers, Home home) {
        this.pool = pool;
        this.lately = lately;
        this.tombstones = tombstones;
        this.workers = workers;
        this.home = home;
    }

    Uni<RestResponse<String>> article(String id, @Nullable String known) {
        return one(id, home.articleDocument(id), known, ArticleDocument::of);
    }

    Uni<RestResponse<String>> creation(String id, @Nullable String known) {
        return one(id, home.articleDocument(id) + "/activity", known, ArticleDocument::creation);
    }

    /** Where people read it. */
    Uni<RestResponse<Void>> page(String id) {
        return ask(PAGE, id).map(this::address).map(page -> ActivityJson.page(page, home.articleDocument(id)));
    }

    /** Those answers that everybody may read. */
    Uni<RestResponse<String>> replies(String id, @Nullable String known) {
        return ask(PAGE, id)
                .chain(rows -> rows.size() == 0
                        ? tombstones.at(home.articleDocument(id))
                        : answers(home.articleDocument(id), known));
    }

    private Uni<RestResponse<String>> answers(String uri, @Nullable String known) {
        return ask(REPLIES, uri).map(answers -> ActivityJson.replies(uri, answers, known));
    }

    private Uni<RestResponse<String>> one(
            String id, String uri, @Nullable String known, BiFunction<Row, Home, JsonObject> document) {
        return lately.answer(uri, known, () -> version(id), () -> whole(id, uri, document));
    }

    private Uni<Optional<String>> version(String id) {
        return ask(VERSION, id).map(rows -> ActivityJson.tag(rows, ArticleDocument::tag));
    }

    private Uni<RestResponse<String>> whole(String id, String uri, BiFunction<Row, Home, JsonObject> document) {
        return ask(ONE, id)
                .chain(rows -> rows.size() == 0
                        ? tombstones.at(home.articleDocument(id))
                        : written(uri, rows.iterator().next(), document));
    }

    private Uni<RestResponse<String>> written(String uri, Row row, BiFunction<Row, Home, JsonObject> document) {
        return workers.executeBlocking(() -> NoteDocument.alone(document.apply(row, home)), false)
                .map(article -> lately.whole(uri, article, ArticleDocument.tag(row)));
    }

    private String address(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw CommonProblem.NOT_FOUND.because("There is no such article for everybody.");
        }
        return home.article(rows.iterator().next().getString("slug"));
    }

    private Uni<RowSet<Row>> ask(String question, String id) {
        return pool.preparedQuery(question).execute(Tuple.of(id));
    }
}
