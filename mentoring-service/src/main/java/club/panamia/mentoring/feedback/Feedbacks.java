package club.panamia.mentoring.feedback;

import club.panamia.mentoring.session.MentorSession;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people said about sessions. */
@ApplicationScoped
class Feedbacks implements PanacheRepositoryBase<Feedback, String> {

    /** At most one of each side. */
    Uni<List<Feedback>> on(MentorSession session) {
        return list("sessionId", session.id());
    }
}
