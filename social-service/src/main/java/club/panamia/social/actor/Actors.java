package club.panamia.social.actor;

import static club.panamia.kernel.problem.CommonProblem.NOT_SIGNED_IN;
import static club.panamia.social.actor.SocialProblem.NO_SUCH_ACTOR;

import club.panamia.kernel.identity.Actor;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Who takes part. */
@Singleton
class Actors {

    /** From the person to the actor; there may be neither profile nor actor. */
    static final String OF_PERSON = """
            SELECT u.screenname, p.id AS profile_id, p.active, p.social_eligible, p.social_ineligible_reason,
                   a.standing, %s
              FROM users u
              LEFT JOIN profiles p ON p.user_id = u.id
              LEFT JOIN social_actors a ON a.profile_id = p.id
             WHERE u.id = $1
            """.formatted(ActorView.COLUMNS);

    /**
     * The actor of a handle or, of this server {@code $2}, of a former one; the person behind it must still be one who may be seen.
     */
    static final String BY_USERNAME =
            """
            SELECT %s
              FROM social_actors a
              %s
             WHERE a.id = %s
            """.formatted(ActorView.COLUMNS, Audience.SEEN, Named.idNowOrFormerly("$1", "$2"));

    private final Pool pool;
    private final Home home;

    Actors(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    Uni<MyActorView> of(Actor person) {
        return pool.preparedQuery(OF_PERSON).execute(Tuple.of(person.userId())).map(Actors::mine);
    }

    /** An actor of this server, or one of another whom we have met. */
    Uni<ActorView> named(String username) {
        return pool.preparedQuery(BY_USERNAME)
                .execute(Tuple.of(home.handle(username), home.domain()))
                .map(Actors::theOne);
    }

    private static MyActorView mine(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NOT_SIGNED_IN.because("This account is gone.");
        }
        return MyActorView.of(rows.iterator().next());
    }

    private static ActorView theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_ACTOR.because("Nobody whom we know takes part under this name.");
        }
        return ActorView.of(rows.iterator().next());
    }
}
