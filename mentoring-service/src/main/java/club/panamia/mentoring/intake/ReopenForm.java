package club.panamia.mentoring.intake;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Letting somebody change what they have handed in. A use-case of its own because the administrator's session is looked up before the transaction holds a connection. */
@ApplicationScoped
class ReopenForm {

    private final IntakeForms forms;

    ReopenForm(IntakeForms forms) {
        this.forms = forms;
    }

    @WithTransaction
    Uni<Void> of(String id) {
        return forms.byId(id).invoke(IntakeForm::reopen).replaceWithVoid();
    }
}
