package club.panamia.mentoring.note;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.request.IfMatch;
import club.panamia.mentoring.session.Bookings;
import club.panamia.mentoring.session.MentorSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The notes of sessions. Writers of one session's notes wait for each other at its row, and then see what was written. */
@ApplicationScoped
class Notes {

    private final Bookings bookings;
    private final PrivateNotes privateNotes;

    Notes(Bookings bookings, PrivateNotes privateNotes) {
        this.bookings = bookings;
        this.privateNotes = privateNotes;
    }

    Uni<NoteView> shared(Actor actor, String sessionId, Instant now) {
        return bookings.known(actor, sessionId).map(session -> shared(session, actor, now));
    }

    Uni<NoteView> writeShared(Actor actor, String sessionId, String text, IfMatch seen, Instant now) {
        return bookings.forChange(actor, sessionId)
                .invoke(session -> session.notebook(actor, now).requireWritable())
                .invoke(session ->
                        seen.require(NoteView.tag(session.notebook(actor, now).text())))
                .invoke(session -> session.notebook(actor, now).write(text))
                .call(bookings::flush)
                .map(session -> shared(session, actor, now));
    }

    Uni<NoteView> own(Actor actor, String sessionId, Instant now) {
        return bookings.known(actor, sessionId)
                .invoke(session -> session.requireOneOfTheTwo(actor))
                .chain(session -> own(actor, session, now));
    }

    Uni<NoteView> writeOwn(Actor actor, String sessionId, String text, IfMatch seen, Instant now) {
        return bookings.forChange(actor, sessionId)
                .invoke(session -> session.notebook(actor, now).requireWritable())
                .call(session -> write(actor, session, text, seen))
                .chain(session -> own(actor, session, now));
    }

    private Uni<PrivateNote> write(Actor actor, MentorSession session, String text, IfMatch seen) {
        return privateNotes
                .of(actor, session)
                .invoke(note -> seen.require(NoteView.tag(note.content)))
                .invoke(note -> note.content = text)
                .call(privateNotes::persistAndFlush);
    }

    private static NoteView shared(MentorSession session, Actor actor, Instant now) {
        return new NoteView(
                session.notebook(actor, now).text(),
                session.notebook(actor, now).isWritable());
    }

    private Uni<NoteView> own(Actor actor, MentorSession session, Instant now) {
        return privateNotes
                .of(actor, session)
                .map(note ->
                        new NoteView(note.content, session.notebook(actor, now).isWritable()));
    }
}
