package club.panamia.social.effect.post;

import static club.panamia.social.remote.RemoteProblem.NOT_THERE;

import club.panamia.social.home.Home;
import club.panamia.social.remote.Documents;
import club.panamia.social.remote.RemoteActors;
import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Posts of other servers that nobody sent us, asked for by their ids. Outside any transaction. */
@Singleton
public class FetchNote {

    private static final String KNOWN = "SELECT id FROM social_statuses WHERE uri = $1 AND NOT is_draft";

    private final Pool pool;
    private final Documents documents;
    private final RemoteActors actors;
    private final KeepFetched keepFetched;
    private final String home;

    FetchNote(Pool pool, Documents documents, RemoteActors actors, KeepFetched keepFetched, Home home) {
        this.home = home.host();
        this.pool = pool;
        this.documents = documents;
        this.actors = actors;
        this.keepFetched = keepFetched;
    }

    /**
     * The post's id here; it may be here already.
     *
     * @param depth how many posts led to it, each to what it answers; ten at most do
     */
    public Uni<String> at(String uri, int depth) {
        return known(uri).chain(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : fetch(uri, depth));
    }

    private Uni<String> fetch(String uri, int depth) {
        return elsewhere(uri).chain(document -> keep(document, depth));
    }

    private Uni<JsonObject> elsewhere(String uri) {
        return Host.of(uri).filter(home::equals).isPresent()
                ? Uni.createFrom().failure(NOT_THERE.because("There is no such post here."))
                : documents.at(uri);
    }

    /** The id here of a post that {@code document} is. */
    public Uni<String> keep(JsonObject document) {
        return keep(document, 0);
    }

    private Uni<String> keep(JsonObject document, int depth) {
        var note = Note.fetched(document);
        return actors.at(note.actor())
                .chain(() -> keepFetched.keep(note, depth))
                .chain(() -> known(note.uri()))
                .map(FetchNote::kept);
    }

    private static String kept(Optional<String> found) {
        return found.orElseThrow(() -> NOT_THERE.because("It is gone, or for nobody here."));
    }

    private Uni<Optional<String>> known(String uri) {
        return pool.preparedQuery(KNOWN).execute(Tuple.of(uri)).map(FetchNote::id);
    }

    private static Optional<String> id(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getString("id")).findFirst();
    }
}
