package club.panamia.kernel.personal;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Somebody asked for a copy of their data: this service adds what it holds. */
@ApplicationScoped
class CopyDataWhenAsked implements EventHandler {

    record ExportRequested(String requestId) {}

    private final SubjectRequests requests;
    private final List<PersonalData> held;

    CopyDataWhenAsked(SubjectRequests requests, @All List<PersonalData> held) {
        this.requests = requests;
        this.held = held;
    }

    @Override
    public String type() {
        return "auth.user.export-requested";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return requests.find(event.as(ExportRequested.class).requestId())
                .onItem()
                .ifNotNull()
                .call(request -> requests.addPart(request.id()))
                .onItem()
                .ifNotNull()
                .transformToUni(this::copy);
    }

    private Uni<Void> copy(SubjectRequest request) {
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToIterable(data -> data.copy().entrySet())
                .onItem()
                .transformToUniAndConcatenate(section -> requests.answer(request, section.getKey(), section.getValue()))
                .onItem()
                .ignoreAsUni();
    }
}
