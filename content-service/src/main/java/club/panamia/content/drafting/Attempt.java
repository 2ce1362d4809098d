package club.panamia.content.drafting;

import club.panamia.kernel.request.IfMatch;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.regex.Pattern;

/** A change that somebody wants to make, and of what. */
record Attempt(IfMatch seen, JsonNode patch) {

    private static final Pattern VERSION = Pattern.compile("\\s*\"([0-9]{1,9})\"\\s*");

    /** The version that its writer had before them, as far as one can tell. */
    int seenOf(int present) {
        var version = VERSION.matcher(Objects.requireNonNullElse(seen.header(), ""));
        return version.matches() ? Math.min(Integer.parseInt(version.group(1)), present) : present;
    }
}
