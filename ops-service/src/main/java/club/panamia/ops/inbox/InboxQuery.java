package club.panamia.ops.inbox;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which messages: {@code ?state=&assignee=&q=}. */
public class InboxQuery extends PageQuery {

    @RestQuery
    @DefaultValue("open")
    @Pattern(regexp = "open|acknowledged|quarantined|all")
    @Schema(description = "Which ones: not taken care of, if not said")
    String state = "open";

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Schema(description = "Whose: the id of an administrator, or nobody")
    String assignee;

    @RestQuery("q")
    @Nullable
    @Size(max = 200)
    @Schema(description = "Words of the message, the name or the address")
    String words;

    String state() {
        return state;
    }

    String assignee() {
        return clean(assignee);
    }

    String words() {
        return clean(words);
    }

    private static String clean(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").replace("\0", "").strip();
    }
}
