package club.panamia.mentoring.state;

import static club.panamia.mentoring.state.Part.MENTEE;
import static club.panamia.mentoring.state.Part.MENTOR;
import static club.panamia.mentoring.state.Part.MODERATOR;
import static club.panamia.mentoring.state.SessionStatus.IN_PROGRESS;
import static club.panamia.mentoring.state.SessionStatus.PENDING;
import static club.panamia.mentoring.state.SessionStatus.SCHEDULED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What can be done with a session: in which state of it, by whom, and when. The one table of all transitions. */
public enum SessionAction {
    ACCEPT("accept", EnumSet.of(PENDING), EnumSet.of(MENTOR), (moment, part) -> moment.isAnswerable()),
    DECLINE("decline", EnumSet.of(PENDING), EnumSet.of(MENTOR), (moment, part) -> true),
    CANCEL(
            "cancel",
            EnumSet.of(PENDING, SCHEDULED),
            EnumSet.of(MENTOR, MENTEE, MODERATOR),
            (moment, part) -> part == MODERATOR || moment.isBeforeStart()),
    /** The first one who comes starts it, the other one joins. */
    START("start", EnumSet.of(SCHEDULED, IN_PROGRESS), participants(), (moment, part) -> moment.isTimeToCome()),
    COMPLETE("complete", EnumSet.of(IN_PROGRESS), participants(), (moment, part) -> moment.hasStarted()),
    REPORT_NO_SHOW(
            "reportNoShow",
            EnumSet.of(SCHEDULED, IN_PROGRESS),
            participants(),
            (moment, part) -> moment.isTooLateToCome()),
    /** Another time instead; a second proposal takes the place of the first. */
    PROPOSE("propose", EnumSet.of(SCHEDULED), participants(), (moment, part) -> moment.isBeforeStart()),
    ACCEPT_PROPOSAL(
            "acceptProposal",
            EnumSet.of(SCHEDULED),
            participants(),
            (moment, part) -> moment.proposedBy() == part.other() && moment.canBeMoved()),
    /** By the one who was asked, or by the one who asked. */
    DROP_PROPOSAL("dropProposal", EnumSet.of(SCHEDULED), participants(), (moment, part) -> moment.proposedBy() != null);

    private final String label;
    private final Set<SessionStatus> states;
    private final Set<Part> parts;
    private final BiPredicate<Moment, Part> when;

    SessionAction(String label, Set<SessionStatus> states, Set<Part> parts, BiPredicate<Moment, Part> when) {
        this.label = label;
        this.states = states;
        this.parts = parts;
        this.when = when;
    }

    @JsonValue
    public String label() {
        return label;
    }

    public boolean isFor(Part part) {
        return parts.contains(part);
    }

    public boolean isPossibleIn(SessionStatus status) {
        return states.contains(status);
    }

    /** Whether somebody with this part may do it at this moment. */
    public boolean isAllowed(Part part, Moment moment) {
        return isFor(part) && isPossibleIn(moment.status()) && when.test(moment, part);
    }

    /** What somebody with this part may do at this moment. */
    public static List<SessionAction> allowed(Part part, Moment moment) {
        return Arrays.stream(values())
                .filter(action -> action.isAllowed(part, moment))
                .toList();
    }

    private static Set<Part> participants() {
        return EnumSet.of(MENTOR, MENTEE);
    }
}
