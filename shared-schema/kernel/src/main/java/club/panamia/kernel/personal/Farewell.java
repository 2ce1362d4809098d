package club.panamia.kernel.personal;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Everything that this service does with the rows of somebody who has left. */
@ApplicationScoped
public class Farewell {

    private final SubjectRequests requests;
    private final List<PersonalData> held;

    Farewell(SubjectRequests requests, @All List<PersonalData> held) {
        this.requests = requests;
        this.held = held;
    }

    /** In the caller's transaction, for the person of this erasure; again without harm. */
    public Uni<Void> to(String requestId) {
        return requests.find(requestId).onItem().ifNotNull().transformToUni(this::forget);
    }

    private Uni<Void> forget(SubjectRequest request) {
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToIterable(PersonalData::farewell)
                .onItem()
                .transformToUniAndConcatenate(statement -> requests.forget(request, statement))
                .onItem()
                .ignoreAsUni();
    }
}
