package club.panamia.social.transfer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file is of, with the name and the columns that it has at Mastodon; where there are none, a line is one thing. */
@Schema(name = "TransferKind")
public enum Kind {
    FOLLOWS(
            "follows",
            "following_accounts.csv",
            List.of("Account address", "Show boosts", "Notify on new posts", "Languages"),
            List.of("true", "false", "")),
    BLOCKS("blocks", "blocked_accounts.csv", List.of(), List.of()),
    MUTES("mutes", "muted_accounts.csv", List.of("Account address", "Hide notifications"), List.of("true")),
    SERVERS("servers", "blocked_domains.csv", List.of(), List.of()),
    BOOKMARKS("bookmarks", "bookmarks.csv", List.of(), List.of());

    private final String label;
    private final String file;
    private final List<String> columns;
    private final List<String> rest;

    Kind(String label, String file, List<String> columns, List<String> rest) {
        this.label = label;
        this.file = file;
        this.columns = columns;
        this.rest = rest;
    }

    @JsonValue
    public String label() {
        return label;
    }

    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    /** What stands beside each thing: nothing of it is somebody's choice here. */
    List<String> rest() {
        return rest;
    }

    /** Of a path; refuses what is none with an {@link IllegalArgumentException}. */
    public static Kind fromString(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing of this kind: " + label));
    }
}
