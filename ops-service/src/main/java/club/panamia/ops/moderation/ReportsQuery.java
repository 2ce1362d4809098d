package club.panamia.ops.moderation;

import club.panamia.kernel.page.PageQuery;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which reports: {@code ?state=&source=&reason=}. */
public class ReportsQuery extends PageQuery {

    @RestQuery
    @DefaultValue("open")
    @Pattern(regexp = "open|upheld|dismissed|all")
    @Schema(description = "Those that wait, if not said, or what became of them")
    String state = "open";

    @RestQuery
    @Nullable
    @Pattern(regexp = "article|social")
    @Schema(description = "What is reported")
    String source;

    @RestQuery
    @Nullable
    @Pattern(regexp = "[a-z]{1,40}")
    @Schema(description = "What is said to be wrong with it, such as spam")
    String reason;

    /** Of the page that is asked for. */
    Tuple values() {
        return values(after(1).map(cursor -> cursor.text(0)).orElse(""), rows());
    }

    /** Of as many as {@code count} that follow the one whose id is {@code after}. */
    Tuple values(String after, int count) {
        return Tuple.of(
                after, state, Objects.requireNonNullElse(source, ""), Objects.requireNonNullElse(reason, ""), count);
    }
}
