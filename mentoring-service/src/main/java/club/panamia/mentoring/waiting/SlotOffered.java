package club.panamia.mentoring.waiting;

import club.panamia.kernel.event.DomainEvent;
import java.time.Instant;

/** A slot is kept for the first in line. */
record SlotOffered(String waitingId, String mentorId, String personId, Instant startsAt, int duration, Instant until)
        implements DomainEvent {

    @Override
    public String type() {
        return "mentoring.waiting.offered";
    }
}
