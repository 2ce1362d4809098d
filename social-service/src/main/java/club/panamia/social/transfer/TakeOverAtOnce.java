package club.panamia.social.transfer;

import club.panamia.social.aversion.Aversion;
import club.panamia.social.aversion.Aversions;
import club.panamia.social.aversion.BlockedServers;
import club.panamia.social.bookmark.Bookmarks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** What a line says, where that is one statement, complete by itself and the same when it is done again; then the line is done. */
@Singleton
class TakeOverAtOnce {

    private final Aversions aversions;
    private final BlockedServers servers;
    private final Bookmarks bookmarks;
    private final WaitingRows rows;

    TakeOverAtOnce(Aversions aversions, BlockedServers servers, Bookmarks bookmarks, WaitingRows rows) {
        this.aversions = aversions;
        this.servers = servers;
        this.bookmarks = bookmarks;
        this.rows = rows;
    }

    static boolean does(WaitingRow row) {
        return row.kind() == Kind.BOOKMARKS || !row.adds() && row.kind() != Kind.FOLLOWS;
    }

    Uni<Void> of(WaitingRow row, String thing) {
        return change(row, thing).chain(() -> rows.done(row));
    }

    private Uni<Void> change(WaitingRow row, String thing) {
        var person = row.person();
        return switch (row.kind()) {
            case BLOCKS -> aversions.end(Aversion.BLOCK, person, thing);
            case MUTES -> aversions.end(Aversion.MUTE, person, thing);
            case SERVERS -> servers.end(person, thing);
            case BOOKMARKS -> row.adds() ? bookmarks.keep(person, thing) : bookmarks.leave(person, thing);
            case FOLLOWS -> throw new IllegalArgumentException("a follow ends in more than one statement");
        };
    }
}
