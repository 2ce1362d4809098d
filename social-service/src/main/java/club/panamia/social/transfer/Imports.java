package club.panamia.social.transfer;

import static club.panamia.social.transfer.TransferProblem.IMPORT_UNDERWAY;
import static club.panamia.social.transfer.TransferProblem.NO_SUCH_IMPORT;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.effect.Statement;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Files that people have brought, of which one of each kind is worked through at a time. */
@ApplicationScoped
class Imports {

    private static final String END = """
            UPDATE internal.social_import i SET ended_at = now()
             WHERE i.actor_id = :actor AND i.kind = :kind AND i.ended_at IS NULL
               AND NOT EXISTS (SELECT FROM internal.social_import_row r WHERE r.import_id = i.id AND r.state = 'waiting')
            """;

    private static final String BEGIN = """
            INSERT INTO internal.social_import (id, actor_id, kind, mode) VALUES (:id, :actor, :kind, :mode)
            ON CONFLICT (actor_id, kind) WHERE ended_at IS NULL DO NOTHING
            """;

    /** Four a second, however many processes there are: other servers are asked for those whom we do not know. */
    private static final String PACE = "row_number() OVER (ORDER BY %s) * interval '250 milliseconds'";

    private static final String ROWS = """
            INSERT INTO internal.social_import_row (import_id, place, action, value, state, reason, due_at)
            SELECT :id, v.place, 'add', v.value, CASE WHEN v.reason IS NULL THEN 'waiting' ELSE 'refused' END, v.reason, now() + %s
              FROM jsonb_to_recordset(CAST(CAST(:rows AS text) AS jsonb)) AS v (place int, value text, reason text)
            """.formatted(PACE.formatted("v.place"));

    /** What is there and not in the file. */
    private static final String REST = """
            INSERT INTO internal.social_import_row (import_id, place, action, value, state, due_at)
            SELECT :id, 2000000 + row_number() OVER (ORDER BY v.key), 'remove', v.value, 'waiting', now() + %s
              FROM (%%s) AS v
             WHERE lower(v.value) NOT IN (SELECT lower(r.value) FROM internal.social_import_row r
                                           WHERE r.import_id = :id AND r.state = 'waiting')
            """.formatted(PACE.formatted("v.key"));

    private static final String MINE = """
            i.id = $1 AND i.actor_id = (SELECT mine.id FROM social_actors mine JOIN profiles owned ON owned.id = mine.profile_id
                                         WHERE owned.user_id = $2)
            """;

    static final String ONE = """
            SELECT i.id, i.kind, i.mode, i.created_at, count(*) AS lines, count(*) FILTER (WHERE r.state = 'waiting') AS waiting,
                   count(*) FILTER (WHERE r.state = 'done') AS done, count(*) FILTER (WHERE r.state = 'refused') AS refused
              FROM internal.social_import i JOIN internal.social_import_row r ON r.import_id = i.id
             WHERE %s
             GROUP BY i.id
            """.formatted(MINE);

    static final String REFUSED = """
            SELECT r.id, r.place, r.value, r.reason
              FROM internal.social_import i JOIN internal.social_import_row r ON r.import_id = i.id
             WHERE %s AND r.state = 'refused' AND r.id > $3
             ORDER BY r.id
             LIMIT $4
            """.formatted(MINE);

    private final Participants participants;
    private final Pool pool;

    Imports(Participants participants, Pool pool) {
        this.participants = participants;
        this.pool = pool;
    }

    /** The import's id. */
    @WithTransaction
    Uni<String> begin(Actor person, Kind kind, Mode mode, JsonArray rows) {
        var id = Ids.next();
        return participants
                .of(person)
                .call(me -> begin(id, me, kind, mode))
                .call(() -> Statement.run(ROWS, Map.of("id", id, "rows", rows.encode())))
                .call(me -> mode == Mode.OVERWRITE
                        ? remove(id, me, kind)
                        : Uni.createFrom().voidItem())
                .replaceWith(id);
    }

    private static Uni<Integer> begin(String id, Participant me, Kind kind, Mode mode) {
        var about = Map.of("actor", me.id(), "kind", kind.label());
        var begun = Map.of("id", id, "actor", me.id(), "kind", kind.label(), "mode", mode.label());
        return Statement.run(END, about)
                .chain(() -> Statement.run(BEGIN, begun))
                .invoke(made -> {
                    if (made == 0) {
                        throw IMPORT_UNDERWAY.because("Wait until all lines of the one before are worked through.");
                    }
                });
    }

    private static Uni<Integer> remove(String id, Participant me, Kind kind) {
        return Statement.run(REST.formatted(Own.of(kind, ":actor")), Map.of("id", id, "actor", me.id()));
    }

    Uni<ImportView> of(Actor person, String id) {
        return pool.preparedQuery(ONE)
                .mapping(ImportView::of)
                .execute(Tuple.of(id, person.userId()))
                .map(rows -> rows.stream().findFirst())
                .map(found -> found.orElseThrow(Imports::none));
    }

    private static Problem none() {
        return NO_SUCH_IMPORT.because("There is none, or it is forgotten by now.");
    }

    /** In the order of the file. */
    Uni<Page<RefusedLine>> refused(Actor person, String id, PageQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        return of(person, id)
                .chain(() -> pool.preparedQuery(REFUSED)
                        .mapping(RefusedLine::of)
                        .execute(Tuple.of(id, person.userId(), after, query.rows())))
                .map(rows -> Page.of(rows.stream().toList(), query, RefusedLine::position));
    }
}
