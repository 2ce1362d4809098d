package club.panamia.mentoring.feedback;

import club.panamia.kernel.id.SortableId;
import club.panamia.mentoring.session.MentorSession;
import club.panamia.mentoring.state.Part;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How one side found a session that was held; said once. */
@Entity
@Table(schema = "internal", name = "session_feedback")
class Feedback {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Column(name = "session_id", columnDefinition = "text", updatable = false)
    String sessionId;

    @Column(columnDefinition = "text", updatable = false)
    String side;

    @Column(updatable = false)
    int rating;

    @Nullable
    @Column(columnDefinition = "text", updatable = false)
    String comment;

    protected Feedback() {}

    static Feedback of(MentorSession session, Part side, FeedbackDraft draft) {
        var feedback = new Feedback();
        feedback.sessionId = session.id();
        feedback.side = side.label();
        feedback.rating = draft.rating();
        feedback.comment = draft.comment();
        return feedback;
    }
}
