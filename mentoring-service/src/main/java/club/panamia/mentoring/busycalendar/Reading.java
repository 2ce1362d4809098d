package club.panamia.mentoring.busycalendar;

import club.panamia.mentoring.slot.Stretch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking for a calendar. */
sealed interface Reading {

    /** It says this; the two validators are for the next time (RFC 9110, section 8.8). */
    record Said(
            List<Stretch> busy,
            @Nullable String etag,
            @Nullable String lastModified) implements Reading {}

    /** It says what it said before. */
    record Unchanged() implements Reading {}

    /** It said nothing of use. */
    record Failed(Fault fault) implements Reading {}
}
