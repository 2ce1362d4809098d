package club.panamia.mentoring.availability;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;

/** Days as they are stored. In the order of ISO 8601, so that each stands for the {@link DayOfWeek} at its place. */
public enum Weekday {
    MON("mon"),
    TUE("tue"),
    WED("wed"),
    THU("thu"),
    FRI("fri"),
    SAT("sat"),
    SUN("sun");

    private final String label;

    Weekday(String label) {
        this.label = label;
    }

    static Weekday of(DayOfWeek day) {
        return values()[day.ordinal()];
    }

    @JsonValue
    public String label() {
        return label;
    }
}
