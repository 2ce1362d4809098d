package club.panamia.ops.moderation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What is reported. Each has a table of its service's, with the same columns for what becomes of a report. */
public enum Source {
    ARTICLE("article", "internal.article_report"),
    /** Actors and their posts. */
    SOCIAL("social", "internal.social_report");

    private final String label;
    private final String table;

    Source(String label, String table) {
        this.label = label;
        this.table = table;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** As it stands in a path. */
    public static Source fromString(String label) {
        return Arrays.stream(values())
                .filter(source -> source.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing of this kind is reported."));
    }

    String table() {
        return table;
    }
}
