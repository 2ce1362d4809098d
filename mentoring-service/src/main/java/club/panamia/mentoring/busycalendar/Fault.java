package club.panamia.mentoring.busycalendar;

import club.panamia.kernel.guarded.Refused;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why a calendar could not be read, as its owner is told. */
enum Fault {
    /** It leads where nobody may be led, or around in circles. */
    BAD_ADDRESS("bad-address"),
    NOT_FOUND("not-found"),
    NOT_ALLOWED("not-allowed"),
    UNREACHABLE("unreachable"),
    TOO_SLOW("too-slow"),
    TOO_LARGE("too-large"),
    NO_CALENDAR("no-calendar");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    @JsonValue
    String label() {
        return label;
    }

    static Fault of(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label.equals(label))
                .findFirst()
                .orElseThrow();
    }

    static Fault of(Throwable failure) {
        return failure instanceof Refused refused ? of(refused.reason()) : UNREACHABLE;
    }

    static Fault of(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404, 410 -> NOT_FOUND;
            default -> UNREACHABLE;
        };
    }

    private static Fault of(Refused.Reason reason) {
        return switch (reason) {
            case BAD_URL, FORBIDDEN_ADDRESS, TOO_MANY_REDIRECTS -> BAD_ADDRESS;
            case TOO_LARGE -> TOO_LARGE;
            case WRONG_TYPE -> NO_CALENDAR;
            case UNKNOWN_HOST, UNREACHABLE -> UNREACHABLE;
            case TOO_SLOW -> TOO_SLOW;
        };
    }
}
