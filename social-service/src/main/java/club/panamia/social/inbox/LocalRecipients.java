package club.panamia.social.inbox;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Whose inbox it is. */
@Singleton
class LocalRecipients {

    private static final String STANDING = """
            SELECT EXISTS (SELECT FROM social_actors a
                             JOIN profiles p ON p.id = a.profile_id AND p.active AND p.social_eligible
                             JOIN users u ON u.id = p.user_id AND u.locked_at IS NULL WHERE a.id = $1) AS there,
                   EXISTS (SELECT FROM internal.tombstone WHERE uri = $2) AS gone
            """;

    private final Pool pool;
    private final Home home;

    LocalRecipients(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    /** Refuses with 404 or 410 where nobody is any more, or never was. */
    Uni<Void> require(String actorId) {
        return pool.preparedQuery(STANDING)
                .execute(Tuple.of(actorId, home.actor(actorId)))
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    if (!row.getBoolean("there")) {
                        throw row.getBoolean("gone")
                                ? gone()
                                : CommonProblem.NOT_FOUND.because("There is no such actor.");
                    }
                })
                .replaceWithVoid();
    }

    private static Problem gone() {
        return InboxProblem.ACTOR_GONE.because("Whoever it was has left.");
    }
}
