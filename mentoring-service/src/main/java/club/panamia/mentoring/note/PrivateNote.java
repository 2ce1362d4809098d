package club.panamia.mentoring.note;

import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;

/** What one of the two in a session writes down for themselves. */
@Entity
@Table(schema = "internal", name = "session_note")
@DynamicUpdate
class PrivateNote {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Column(name = "session_id", columnDefinition = "text", updatable = false)
    String sessionId;

    @Column(name = "author_id", columnDefinition = "text", updatable = false)
    String authorId;

    @Column(columnDefinition = "text")
    String content = "";

    protected PrivateNote() {}

    static PrivateNote of(String sessionId, String authorId) {
        var note = new PrivateNote();
        note.sessionId = sessionId;
        note.authorId = authorId;
        return note;
    }
}
