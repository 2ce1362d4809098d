package club.panamia.social.report;

import club.panamia.social.outgoing.TellOfReports;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A report goes on to the server of whom it is about. Of somebody of this server nothing goes anywhere. */
@ApplicationScoped
class ForwardReport {

    private final TellOfReports tell;

    ForwardReport(TellOfReports tell) {
        this.tell = tell;
    }

    @WithTransaction
    Uni<Void> elsewhere(String reportId) {
        return tell.filed(reportId);
    }
}
