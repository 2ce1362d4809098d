package club.panamia.kernel.event;

import club.panamia.kernel.house.Parcel;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** A handler as a service has them: it writes a row. Tests can put trouble into its way. */
@ApplicationScoped
public class StoreParcelWhenSent implements EventHandler {

    record Seen(String name) {}

    private static final Function<String, Uni<Void>> NONE =
            name -> Uni.createFrom().voidItem();

    private volatile Function<String, Uni<Void>> trouble = NONE;

    /** What happens after the row was written and before the handler is done. */
    public void meet(Function<String, Uni<Void>> trouble) {
        this.trouble = trouble;
    }

    public void meetNoTrouble() {
        trouble = NONE;
    }

    @Override
    public String type() {
        return Sent.TYPE;
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var name = event.as(Seen.class).name();
        var parcel = new Parcel();
        parcel.name = name;
        parcel.email = event.id() + "@example.org";
        return Panache.getSession().chain(session -> session.persist(parcel)).chain(() -> trouble.apply(name));
    }
}
