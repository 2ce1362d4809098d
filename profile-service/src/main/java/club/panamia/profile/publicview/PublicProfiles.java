package club.panamia.profile.publicview;

import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** The profiles that everybody may see: approved, switched on, of a person who is not locked. */
@Singleton
class PublicProfiles {

    /** Named columns only: what is not listed here cannot leave. */
    static final String BY_SCREENNAME = """
            SELECT p.id, u.screenname, p.name, p.descriptions ->> 'fiveWords' AS five_words,
                   p.descriptions ->> 'details' AS details, p.descriptions ->> 'background' AS background,
                   p.descriptions ->> 'tags' AS tags, p.categories, p.counties, p.socials,
                   p.address_locality, p.address_region, p.address_country
              FROM users u
              JOIN profiles p ON p.user_id = u.id
             WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND p.active
            """;

    private final Pool pool;

    PublicProfiles(Pool pool) {
        this.pool = pool;
    }

    Uni<PublicProfileView> of(String screenname) {
        return pool.preparedQuery(BY_SCREENNAME).execute(Tuple.of(screenname)).map(PublicProfiles::theOne);
    }

    private static PublicProfileView theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_PROFILE.because("Nobody shows a profile under this name.");
        }
        return PublicProfileView.of(rows.iterator().next());
    }
}
