package club.panamia.social.transfer;

import static club.panamia.social.actor.SocialProblem.MAY_NOT_TAKE_PART;
import static club.panamia.social.aversion.AversionProblem.NOT_YOURSELF;

import club.panamia.kernel.identity.Actor;
import club.panamia.social.home.Home;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Set;

/**
 * A line whose turn it is.
 *
 * @param locked whether whoever brought it may not sign in any more
 */
record WaitingRow(String id, Kind kind, boolean adds, String value, int attempts, Actor person, boolean locked) {

    static WaitingRow of(Row row) {
        return new WaitingRow(
                row.getString("id"),
                Kind.fromString(row.getString("kind")),
                "add".equals(row.getString("action")),
                row.getString("value"),
                row.getInteger("attempts"),
                new Actor(row.getString("user_id"), row.getString("screenname"), Set.of(), ""),
                row.getBoolean("locked"));
    }

    /** Refuses what whoever brought it may not do. */
    void requireAllowed(Home home) {
        if (locked) {
            throw MAY_NOT_TAKE_PART.because("Whoever brought it is locked.");
        }
        if (home.handle(String.valueOf(person.screenname())).equalsIgnoreCase(value)) {
            throw NOT_YOURSELF.because("This is whoever brought it.");
        }
    }
}
