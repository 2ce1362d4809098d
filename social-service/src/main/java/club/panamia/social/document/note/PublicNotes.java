package club.panamia.social.document.note;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.audience.Audience;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.Lately;
import club.panamia.social.document.Together;
import club.panamia.social.document.Tombstones;
import club.panamia.social.home.Home;
import club.panamia.social.media.MediaLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Posts as other servers read them, who mostly ask as nobody in particular. */
@Singleton
class PublicNotes {

    static final String ONE = those("= $1", NoteDocument.COLUMNS);

    private static final String PAGE = those("= $1", "a.username");

    /** As much of some as tells those who have them that they are still right. */
    static final String VERSIONS = those("= ANY($1)", "s.id, " + NoteDocument.VERSION);

    static final String REPLIES = """
            SELECT s.uri FROM %s WHERE s.in_reply_to_id = $1 AND %s ORDER BY s.published, s.id LIMIT 100
            """.formatted(Audience.FROM, Audience.ANYBODY_MAY_SEE);

    private final Pool pool;
    private final NotesForFew notesForFew;
    private final Tombstones tombstones;
    private final Lately lately;
    private final Together versions = new Together(this::versions);
    private final MediaLinks links;
    private final Home home;

    PublicNotes(Pool pool, NotesForFew notesForFew, Tombstones tombstones, Lately lately, MediaLinks links, Home home) {
        this.pool = pool;
        this.lately = lately;
        this.notesForFew = notesForFew;
        this.links = links;
        this.tombstones = tombstones;
        this.home = home;
    }

    private static String those(String wanted, String columns) {
        return "SELECT %s FROM %s WHERE s.id %s AND %s"
                .formatted(columns, Audience.FROM_HERE, wanted, Audience.ANYBODY_MAY_SEE);
    }

    Uni<RestResponse<String>> note(String id, @Nullable String known) {
        return one(new Asked(id, home.status(id), known, NoteDocument::of));
    }

    Uni<RestResponse<String>> creation(String id, @Nullable String known) {
        return one(new Asked(id, home.status(id) + "/activity", known, NoteDocument::creation));
    }

    private Uni<RestResponse<String>> one(Asked asked) {
        return lately.answer(asked.uri, asked.known, () -> versions.of(asked.id), () -> whole(asked));
    }

    private Uni<Map<String, String>> versions(String[] ids) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of((Object) ids))
                .map(rows -> ActivityJson.tags(rows, NoteDocument::tag));
    }

    private Uni<RestResponse<String>> whole(Asked asked) {
        return ask(ONE, asked.id)
                .chain(rows -> rows.size() == 0
                        ? forFew(asked)
                        : Uni.createFrom().item(whole(asked, rows.iterator().next())));
    }

    private RestResponse<String> whole(Asked asked, Row row) {
        return lately.whole(asked.uri, NoteDocument.alone(asked.document.apply(row, home)), NoteDocument.tag(row));
    }

    private Uni<RestResponse<String>> forFew(Asked asked) {
        return notesForFew
                .one(asked.id)
                .chain(row -> row.isEmpty()
                        ? tombstones.at(home.status(asked.id))
                        : Uni.createFrom().item(forFew(asked.document.apply(row.get(), home))));
    }

    private RestResponse<String> forFew(JsonObject note) {
        return ActivityJson.forYou(NoteDocument.alone(NoteDocument.forFew(note, links)));
    }

    /** Where people read it. */
    Uni<RestResponse<Void>> page(String id) {
        return ask(PAGE, id).map(rows -> page(id, rows));
    }

    private RestResponse<Void> page(String id, RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw CommonProblem.NOT_FOUND.because("There is no such post for everybody.");
        }
        var page = home.post(rows.iterator().next().getString("username"), id);
        return ActivityJson.page(
                page, home.status(id), ActivityJson.alternate(home.embedding(page), "application/json+oembed"));
    }

    /** Those answers that everybody may read. */
    Uni<RestResponse<String>> replies(String id, @Nullable String known) {
        return versions.of(id)
                .chain(version -> version.isEmpty() ? tombstones.at(home.status(id)) : answers(id, known));
    }

    private Uni<RestResponse<String>> answers(String id, @Nullable String known) {
        return ask(REPLIES, id).map(answers -> ActivityJson.replies(home.status(id), answers, known));
    }

    private Uni<RowSet<Row>> ask(String question, String id) {
        return pool.preparedQuery(question).execute(Tuple.of(id));
    }

    /** One of the documents of a post, as somebody asks for it who may know one already. */
    private record Asked(String id, String uri, @Nullable String known, BiFunction<Row, Home, JsonObject> document) {}
}
