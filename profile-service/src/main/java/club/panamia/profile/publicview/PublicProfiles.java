package club.panamia.profile.publicview;

import static club.panamia.profile.profile.ProfileProblem.NO_PROFILE_YET;
import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.media.MediaFiles;
import club.panamia.profile.section.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What others may see of a profile: approved, switched on, of a person who is not locked. */
@Singleton
class PublicProfiles {

    /** Named columns only, and what has an audience only for it: what is not listed here cannot leave. $2 are the circles. */
    private static final String SHOWN = """
            SELECT p.id, u.screenname, p.name, p.descriptions ->> 'fiveWords' AS five_words,
                   p.descriptions ->> 'details' AS details, p.descriptions ->> 'background' AS background,
                   p.descriptions ->> 'tags' AS tags, p.categories, p.counties,
                   p.address_locality, p.address_region, p.address_country, p.verification, p.mentoring, p.images,
                   (SELECT coalesce(jsonb_object_agg(s.key, s.value), '{}') FROM jsonb_each(p.socials) s
                     WHERE p.audience ->> s.key = ANY ($2::text[])) AS socials,
                   CASE WHEN p.audience ->> 'email' = ANY ($2::text[]) THEN p.email END AS email,
                   CASE WHEN p.audience ->> 'phoneNumber' = ANY ($2::text[]) THEN p.phone_number END AS phone_number,
                   CASE WHEN p.audience ->> 'pronouns' = ANY ($2::text[]) THEN p.pronouns END AS pronouns,
                   CASE WHEN p.audience ->> 'hours' = ANY ($2::text[]) THEN p.hours ->> 'text' END AS hours,
                   CASE WHEN p.audience ->> 'address' = ANY ($2::text[]) THEN jsonb_build_object(
                     'name', p.address_name, 'line1', p.address_line1, 'line2', p.address_line2, 'line3', p.address_line3,
                     'locality', p.address_locality, 'region', p.address_region, 'postalCode', p.address_postal_code,
                     'country', p.address_country, 'lat', p.address_lat, 'lng', p.address_lng,
                     'googlePlaceId', p.address_google_place_id) END AS address,
                   CASE WHEN p.audience ->> 'locations' = ANY ($2::text[]) THEN p.locations END AS locations
              FROM users u
              JOIN profiles p ON p.user_id = u.id
            """;

    static final String BY_SCREENNAME =
            SHOWN + " WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND p.active";

    /** The same columns, also while nobody else sees them. */
    static final String OF_PERSON = SHOWN + " WHERE p.user_id = $1";

    private final Pool pool;
    private final MediaFiles files;

    PublicProfiles(Pool pool, MediaFiles files) {
        this.pool = pool;
        this.files = files;
    }

    /** What such a viewer sees of the person with this screenname. */
    Uni<PublicProfileView> of(String screenname, Viewer viewer) {
        return one(BY_SCREENNAME, screenname, viewer)
                .map(found ->
                        found.orElseThrow(() -> NO_SUCH_PROFILE.because("Nobody shows a profile under this name.")));
    }

    /** What such a viewer sees, or will see once it is approved and switched on, of the actor's own profile. */
    Uni<PublicProfileView> preview(Actor owner, Viewer viewer) {
        return one(OF_PERSON, owner.userId(), viewer)
                .map(found -> found.orElseThrow(() -> NO_PROFILE_YET.because("Begin one by POST /api/profiles.")));
    }

    private Uni<Optional<PublicProfileView>> one(String sql, String whose, Viewer viewer) {
        return pool.preparedQuery(sql).execute(values(whose, viewer)).map(this::first);
    }

    static Tuple values(String whose, Viewer viewer) {
        return Tuple.of(whose, viewer.circles());
    }

    private Optional<PublicProfileView> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(PublicProfileView.of(rows.iterator().next(), files));
    }
}
