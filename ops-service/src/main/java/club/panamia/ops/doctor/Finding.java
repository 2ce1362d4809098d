package club.panamia.ops.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at, and how it is.
 *
 * @param seen one sentence on what was found
 * @param remedy one sentence on how to mend it; nothing where all is well
 */
record Finding(
        String name, State state, String seen, @Nullable String remedy) {

    /** How it is. */
    public enum State {
        WELL,
        DOUBTFUL,
        ILL;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding well(String name, String seen) {
        return new Finding(name, State.WELL, seen, null);
    }

    static Finding doubtful(String name, String seen, String remedy) {
        return new Finding(name, State.DOUBTFUL, seen, remedy);
    }

    static Finding ill(String name, String seen, String remedy) {
        return new Finding(name, State.ILL, seen, remedy);
    }

    String line() {
        var beginning = "%-8s  %s: %s".formatted(state.wire(), name, seen);
        return remedy == null ? beginning : beginning + "\n          " + remedy;
    }
}
