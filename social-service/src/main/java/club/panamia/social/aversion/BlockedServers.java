package club.panamia.social.aversion;

import static club.panamia.social.aversion.AversionProblem.TOO_MANY_SERVERS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.outgoing.PartFromServer;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Servers that a person keeps away. Nobody is told that they do; the follows that end are. */
@ApplicationScoped
public class BlockedServers {

    /** Of two windows the second waits, and sees how many there are; so does whoever begins to follow them at this moment. */
    private static final String LOCK = "SELECT CAST(internal.await_follows_of(:actor) AS text)";

    private static final String BEGIN = """
            WITH made AS (
              INSERT INTO internal.server_block (actor_id, domain)
              SELECT CAST(:actor AS text), CAST(:domain AS text)
               WHERE (SELECT count(*) FROM internal.server_block k WHERE k.actor_id = :actor) < 1000
              ON CONFLICT (actor_id, domain) DO NOTHING
              RETURNING id
            )
            SELECT EXISTS (SELECT FROM made)
                   OR EXISTS (SELECT FROM internal.server_block k WHERE k.actor_id = :actor AND k.domain = :domain)
            """;

    private static final String MINE = """
            k.actor_id = (SELECT mine.id FROM social_actors mine JOIN profiles owned ON owned.id = mine.profile_id
                           WHERE owned.user_id = $1)
            """;

    private static final String END = "DELETE FROM internal.server_block k WHERE k.domain = $2 AND " + MINE;

    static final String PAGE = """
            SELECT k.domain, k.created_at FROM internal.server_block k WHERE k.domain > $2 AND %s ORDER BY k.domain LIMIT $3
            """.formatted(MINE);

    private final Participants participants;
    private final PartFromServer partFromServer;
    private final Pool pool;

    BlockedServers(Participants participants, PartFromServer partFromServer, Pool pool) {
        this.participants = participants;
        this.partFromServer = partFromServer;
        this.pool = pool;
    }

    /** Nobody from there follows them any more, nor do they follow anybody there. */
    @WithTransaction
    public Uni<Void> begin(Actor person, String domain) {
        return participants
                .of(person)
                .call(BlockedServers::lock)
                .call(me -> insert(me, domain))
                .chain(me -> partFromServer.of(me.id(), domain));
    }

    private static Uni<String> lock(Participant me) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("actor", me.id())
                        .getSingleResult());
    }

    private static Uni<Boolean> insert(Participant me, String domain) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(BEGIN, Boolean.class))
                .invoke(query -> Map.of("actor", me.id(), "domain", domain).forEach(query::setParameter))
                .chain(query -> query.getSingleResult())
                .invoke(there -> {
                    if (!there) {
                        throw TOO_MANY_SERVERS.because("There can be 1000; let one of them in again first.");
                    }
                });
    }

    /** What has ended does not come back. */
    public Uni<Void> end(Actor person, String domain) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(person.userId(), domain))
                .replaceWithVoid();
    }

    Uni<Page<BlockedServerView>> of(Actor person, PageQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        return pool.preparedQuery(PAGE)
                .mapping(BlockedServerView::of)
                .execute(Tuple.of(person.userId(), after, query.rows()))
                .map(rows -> Page.of(rows.stream().toList(), query, BlockedServerView::position));
    }
}
