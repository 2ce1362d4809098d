package club.panamia.ops.newsletter;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which signups: {@code ?state=&type=&q=}. */
public class SignupQuery extends PageQuery {

    @RestQuery
    @DefaultValue("all")
    @Pattern(regexp = "reading|waiting|left|all")
    String state = "all";

    @RestQuery
    @Nullable
    @Pattern(regexp = "creative_biz_org|resident_support|visiting_florida")
    String type;

    @RestQuery("q")
    @Nullable
    @Size(max = 100)
    @Schema(description = "How the address begins")
    String beginning;

    String state() {
        return state;
    }

    String type() {
        return Objects.requireNonNullElse(type, "");
    }

    /** For LIKE, whose own characters stand for themselves here. */
    String beginning() {
        return Objects.requireNonNullElse(beginning, "")
                        .replace("\0", "")
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
