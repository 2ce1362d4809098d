package club.panamia.auth.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Ended sessions and verification tokens leave the database. */
@ApplicationScoped
class ForgetWhatEnded {

    private final Sessions sessions;
    private final Pool pool;

    ForgetWhatEnded(Sessions sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "forget-what-ended")
    Uni<Void> forget() {
        return sessions.purge()
                .chain(() -> pool.query("DELETE FROM verification_tokens WHERE expires < now()")
                        .execute())
                .replaceWithVoid();
    }
}
