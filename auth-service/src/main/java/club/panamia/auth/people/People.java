package club.panamia.auth.people;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Everybody, as others see them. */
@Singleton
class People {

    private final Pool pool;

    People(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Byline>> bylines(List<String> ids) {
        return pool.preparedQuery(Byline.OF_IDS)
                .execute(Tuple.of((Object) ids.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Byline::of)
                        .toList());
    }

    /** Whoever can be invited by {@code actor}: has an active profile, and is somebody else. */
    Uni<List<FoundPerson>> found(Actor actor, PeopleSearch search) {
        return pool.preparedQuery(FoundPerson.BY_PREFIX)
                .execute(search.askedBy(actor.userId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FoundPerson::of)
                        .toList());
    }
}
