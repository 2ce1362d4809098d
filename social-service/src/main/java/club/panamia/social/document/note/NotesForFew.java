package club.panamia.social.document.note;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import club.panamia.social.remote.Sender;
import club.panamia.social.remote.Senders;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.HttpMessage;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Posts that are not for everybody, for an actor of another server who signs the request and may have them. */
@Singleton
class NotesForFew {

    private static final String FEW = "s.visibility IN ('followers', 'direct')";

    /** Where there is none, nobody is asked for a key. */
    private static final String THERE =
            "SELECT FROM social_statuses s WHERE s.id = $1 AND NOT s.is_draft AND NOT s.is_remote AND " + FEW;

    static final String ONE = """
            SELECT %s
              FROM %s
              JOIN social_actors them ON them.uri = $2 AND them.fetched_at IS NOT NULL AND them.standing <> 'suspended'
             WHERE s.id = $1 AND %s AND %s
            """.formatted(NoteDocument.COLUMNS, Audience.FROM_HERE, FEW, Audience.THEY_MAY_SEE);

    private final Pool pool;
    private final Senders senders;
    private final RoutingContext context;
    private final Home home;
    private final Clock clock;

    NotesForFew(Pool pool, Senders senders, RoutingContext context, Home home, Clock clock) {
        this.pool = pool;
        this.senders = senders;
        this.context = context;
        this.home = home;
        this.clock = clock;
    }

    /** Nothing for who has not signed, not well or may not have it: they do not learn whether it is there. */
    Uni<Optional<Row>> one(String id) {
        return context.request().getHeader("Signature") == null
                ? Uni.createFrom().item(Optional.empty())
                : there(id).chain(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.empty()) : signed(id));
    }

    private Uni<RowSet<Row>> there(String id) {
        return pool.preparedQuery(THERE).execute(Tuple.of(id));
    }

    private Uni<Optional<Row>> signed(String id) {
        return Uni.createFrom()
                .deferred(this::sender)
                .chain(sender -> pool.preparedQuery(ONE).execute(Tuple.of(id, sender.actorUri())))
                .map(rows -> rows.stream().findFirst())
                .onFailure(Problem.class)
                .recoverWithItem(Optional.empty());
    }

    private Uni<Sender> sender() {
        var request = context.request();
        var message = new HttpMessage("GET", URI.create(home.at(request.uri())), request.headers(), new byte[0]);
        return senders.of(Claims.of(message, clock.instant()));
    }
}
