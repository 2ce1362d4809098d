package club.panamia.auth.session;

import static club.panamia.kernel.problem.CommonProblem.NOT_SIGNED_IN;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a front end wants to know of the person who is signed in. Never the token. */
public record SessionView(Person user, Instant expires) {

    /** The person, with the flags that decide what a page offers. */
    public record Person(
            String id,
            @Nullable String email,
            @Nullable Instant emailVerified,
            @Nullable String screenname,
            boolean isAdmin,
            boolean isContentModerator,
            boolean isMentoringModerator,
            boolean isEventOrganizer,
            boolean panaVerified,
            boolean legalAgeVerified) {}

    static final String OF_SESSION = """
            SELECT u.id, u.email, u.email_verified, u.screenname, s.expires,
                   coalesce(p.verification @> '{"panaVerified": true}', false) AS pana_verified,
                   coalesce(p.verification @> '{"legalAgeVerified": true}', false) AS legal_age_verified
              FROM sessions s
              JOIN users u ON u.id = s.user_id
              LEFT JOIN profiles p ON p.user_id = u.id
             WHERE s.public_id = $1
            """;

    static SessionView of(RowSet<Row> rows, Actor actor) {
        if (rows.size() == 0) {
            throw NOT_SIGNED_IN.because("The session has ended.");
        }
        var row = rows.iterator().next();
        var person = new Person(
                row.getString("id"),
                row.getString("email"),
                instant(row.getOffsetDateTime("email_verified")),
                row.getString("screenname"),
                actor.is(Roles.ADMIN),
                actor.is(Roles.CONTENT_MODERATOR),
                actor.is(Roles.MENTORING_MODERATOR),
                actor.is(Roles.EVENT_ORGANIZER),
                row.getBoolean("pana_verified"),
                row.getBoolean("legal_age_verified"));
        return new SessionView(person, row.getOffsetDateTime("expires").toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
