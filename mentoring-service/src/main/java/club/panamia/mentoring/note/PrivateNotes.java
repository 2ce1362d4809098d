package club.panamia.mentoring.note;

import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.session.MentorSession;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Everybody's own notes. */
@ApplicationScoped
class PrivateNotes implements PanacheRepositoryBase<PrivateNote, String> {

    /** The actor's own of a session, new where there are none. */
    Uni<PrivateNote> of(Actor author, MentorSession session) {
        return find("sessionId = ?1 and authorId = ?2", session.id(), author.userId())
                .firstResult()
                .map(found ->
                        Objects.requireNonNullElseGet(found, () -> PrivateNote.of(session.id(), author.userId())));
    }
}
