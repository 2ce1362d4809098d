package club.panamia.social.document;

import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import club.panamia.social.media.MediaLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Posts as other servers read them, who mostly ask as nobody in particular. */
@Singleton
class PublicNotes {

    /** What a post {@code s} must be. */
    static final String FOR_EVERYBODY = "s.visibility IN ('public', 'quiet')";

    static final String ONE = one(NoteDocument.COLUMNS);

    /** As much of it as tells those who have it that it is still right. */
    static final String VERSION = one(NoteDocument.VERSION);

    static final String REPLIES = Audience.viewer("$2") + """
            SELECT s.uri FROM %s WHERE s.in_reply_to_id = $1 AND %s ORDER BY s.published, s.id LIMIT 100
            """.formatted(Audience.FROM, Audience.MAY_SEE);

    private final Pool pool;
    private final NotesForFew notesForFew;
    private final Tombstones tombstones;
    private final MediaLinks links;
    private final Home home;

    PublicNotes(Pool pool, NotesForFew notesForFew, Tombstones tombstones, MediaLinks links, Home home) {
        this.pool = pool;
        this.notesForFew = notesForFew;
        this.links = links;
        this.tombstones = tombstones;
        this.home = home;
    }

    private static String one(String columns) {
        return Audience.viewer("$2") + """
                SELECT %s FROM %s WHERE s.id = $1 AND %s
                """.formatted(columns, Audience.FROM_HERE, Audience.MAY_SEE);
    }

    Uni<RestResponse<String>> note(String id, @Nullable String known) {
        return one(id, known, NoteDocument::of);
    }

    Uni<RestResponse<String>> creation(String id, @Nullable String known) {
        return one(id, known, NoteDocument::creation);
    }

    private Uni<RestResponse<String>> one(
            String id, @Nullable String known, BiFunction<Row, Home, JsonObject> document) {
        return known == null
                ? whole(id, document)
                : ask(VERSION, id)
                        .chain(rows -> ActivityJson.knows(rows, NoteDocument::tag, known)
                                ? Uni.createFrom().item(ActivityJson.notModified(rows, NoteDocument::tag))
                                : whole(id, document));
    }

    private Uni<RestResponse<String>> whole(String id, BiFunction<Row, Home, JsonObject> document) {
        return ask(ONE, id)
                .chain(rows -> rows.size() == 0
                        ? forFew(id, document)
                        : Uni.createFrom().item(whole(rows.iterator().next(), document)));
    }

    private Uni<RestResponse<String>> forFew(String id, BiFunction<Row, Home, JsonObject> document) {
        return notesForFew
                .one(id)
                .chain(row -> row.isEmpty()
                        ? tombstones.at(home.status(id))
                        : Uni.createFrom().item(forFew(document.apply(row.get(), home))));
    }

    private RestResponse<String> forFew(JsonObject note) {
        return ActivityJson.forYou(NoteDocument.alone(NoteDocument.forFew(note, links)));
    }

    private RestResponse<String> whole(Row row, BiFunction<Row, Home, JsonObject> document) {
        return ActivityJson.whole(NoteDocument.alone(document.apply(row, home)), NoteDocument.tag(row));
    }

    /** Those answers that everybody may read. */
    Uni<RestResponse<String>> replies(String id, @Nullable String known) {
        return ask(ONE, id)
                .chain(rows -> rows.size() == 0
                        ? tombstones.at(home.status(id))
                        : ask(REPLIES, id).map(answers -> replies(id, answers, known)));
    }

    private RestResponse<String> replies(String id, RowSet<Row> answers, @Nullable String known) {
        var uris = new JsonArray();
        answers.forEach(row -> uris.add(row.getString("uri")));
        var document = ActivityJson.document()
                .put("id", home.status(id) + "/replies")
                .put("type", "Collection")
                .put("totalItems", uris.size())
                .put("items", uris);
        return ActivityJson.answer(document, ActivityJson.tagOf(uris.encode()), known);
    }

    private Uni<RowSet<Row>> ask(String question, String id) {
        return pool.preparedQuery(question).execute(Tuple.of(id, null));
    }
}
