package club.panamia.social.transfer;

import club.panamia.social.aversion.Aversion;
import club.panamia.social.aversion.Aversions;
import club.panamia.social.aversion.BlockedServers;
import club.panamia.social.effect.Statement;
import club.panamia.social.follow.BeginToFollow;
import club.panamia.social.follow.EndFollow;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What a line says, done by whoever brought it, as if they did it themselves: once, in the transaction in which the line is done. */
@ApplicationScoped
class TakeOver {

    private static final String DONE =
            "UPDATE internal.social_import_row SET state = 'done' WHERE id = :id AND state = 'waiting'";

    private final BeginToFollow beginToFollow;
    private final EndFollow endFollow;
    private final Aversions aversions;
    private final BlockedServers servers;

    TakeOver(BeginToFollow beginToFollow, EndFollow endFollow, Aversions aversions, BlockedServers servers) {
        this.beginToFollow = beginToFollow;
        this.endFollow = endFollow;
        this.aversions = aversions;
        this.servers = servers;
    }

    /** Not of what {@link TakeOverAtOnce} does. */
    @WithTransaction
    Uni<Void> of(WaitingRow row, String thing) {
        return Statement.run(DONE, Map.of("id", row.id()))
                .chain(done -> done == 0 ? Uni.createFrom().voidItem() : change(row, thing));
    }

    private Uni<Void> change(WaitingRow row, String thing) {
        var person = row.person();
        return switch (row.kind()) {
            case FOLLOWS ->
                row.adds() ? beginToFollow.of(person, thing).replaceWithVoid() : endFollow.ofMine(person, thing);
            case BLOCKS -> aversions.begin(Aversion.BLOCK, person, thing);
            case MUTES -> aversions.begin(Aversion.MUTE, person, thing);
            case SERVERS -> servers.begin(person, thing);
            case BOOKMARKS -> throw new IllegalArgumentException("a bookmark is one statement");
        };
    }
}
