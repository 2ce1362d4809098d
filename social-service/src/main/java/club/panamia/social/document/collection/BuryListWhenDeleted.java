package club.panamia.social.document.collection;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where everybody could see a list that is deleted, they are told that it is gone for good. */
@ApplicationScoped
class BuryListWhenDeleted implements EventHandler {

    record ListDeleted(String listId, String visibility) {}

    private static final String BURY = """
            INSERT INTO internal.tombstone (uri, former_type, told) VALUES (:uri, 'OrderedCollection', :told)
            ON CONFLICT (uri) DO NOTHING
            """;

    private final Home home;

    BuryListWhenDeleted(Home home) {
        this.home = home;
    }

    @Override
    public String type() {
        return "engagement.list.deleted";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var deleted = event.as(ListDeleted.class);
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(BURY)
                        .setParameter("uri", home.list(deleted.listId()))
                        .setParameter("told", deleted.visibility().equals("public"))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
