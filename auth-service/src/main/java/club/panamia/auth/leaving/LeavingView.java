package club.panamia.auth.leaving;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/**
 * What leaving means for one person.
 *
 * @param blockers what must be settled first; nothing else stands in the way
 * @param apps tables of sidecar apps that refer to people, and may hold the emptied row of this one
 */
record LeavingView(List<Blocker> blockers, Goes goes, Stays stays, List<App> apps) {

    /** With the account, at once or within seconds: everything private, and all that is young or unpublished. */
    record Goes(int sessions, int linkedAccounts, boolean profile, int articles, int openMentoringSessions) {}

    /** Older articles, under a name or none; the screenname stays taken for ever. */
    record Stays(int articles, boolean screennameReserved) {}

    /** {@code goes-along}: its rows are deleted; {@code lets-go}: they forget the person; {@code may-hold}: they keep the row. */
    record App(String table, String effect) {}

    static LeavingView of(Row row) {
        var staying = row.getInteger("articles_that_stay");
        return new LeavingView(
                row.getBoolean("only_admin") ? List.of(Blocker.LAST_ADMIN) : List.of(),
                new Goes(
                        row.getInteger("sessions"),
                        row.getInteger("linked_accounts"),
                        row.getBoolean("profile"),
                        row.getInteger("articles") - staying,
                        row.getInteger("open_sessions")),
                new Stays(staying, true),
                row.getJsonArray("apps").stream().map(LeavingView::app).toList());
    }

    private static App app(Object document) {
        var app = (JsonObject) document;
        return new App(app.getString("table"), app.getString("effect"));
    }
}
