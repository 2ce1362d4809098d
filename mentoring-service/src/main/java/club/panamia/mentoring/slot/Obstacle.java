package club.panamia.mentoring.slot;

/** Why somebody cannot be booked at a time, in the order in which it is looked at. */
public enum Obstacle {
    TOO_SOON,
    TOO_FAR,
    NOT_OPEN,
    FULL,
    TAKEN
}
