package club.panamia.mentoring.booking;

import club.panamia.kernel.problem.ProblemType;
import club.panamia.mentoring.session.SessionProblem;
import club.panamia.mentoring.slot.Obstacle;

/** Why somebody cannot be booked. */
enum BookingProblem implements ProblemType {
    OWN_SLOT(422, "own-slot", "You cannot book yourself"),
    LENGTH_NOT_OFFERED(422, "duration-not-offered", "The mentor does not offer sessions of this length"),
    TYPE_NOT_OFFERED(422, "session-type-not-offered", "The mentor does not offer sessions of this kind"),
    TOO_SOON(422, "slot-too-soon", "This is too soon"),
    TOO_FAR(422, "slot-too-far", "This is too far ahead"),
    NOT_OPEN(422, "slot-not-open", "The mentor has no slot then"),
    FULL(422, "mentor-fully-booked", "The mentor takes no more sessions then"),
    TOO_MANY_OPEN(422, "too-many-open-requests", "Too many of your requests wait for an answer");

    private final Kind kind;

    BookingProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    static ProblemType of(Obstacle obstacle) {
        return switch (obstacle) {
            case TOO_SOON -> TOO_SOON;
            case TOO_FAR -> TOO_FAR;
            case NOT_OPEN -> NOT_OPEN;
            case FULL -> FULL;
            case TAKEN -> SessionProblem.SLOT_TAKEN;
        };
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
