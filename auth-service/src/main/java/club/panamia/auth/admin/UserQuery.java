package club.panamia.auth.admin;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.PageQuery;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom an administrator looks for; everything that is given must hold. */
class UserQuery extends PageQuery {

    @RestQuery
    @Size(max = 254)
    @Parameter(description = "The whole address; with * at its end, how it begins")
    @Nullable
    String email;

    @RestQuery
    @Size(max = 24)
    @Nullable
    String screenname;

    @RestQuery
    @Size(max = 64)
    @Nullable
    String id;

    @RestQuery
    @DefaultValue("all")
    @Pattern(regexp = "^(all|open|locked|deleted|admin)$")
    @Parameter(description = "deleted are those who have left and whose row is still there")
    String state = "all";

    Tuple values() {
        var after = after(2).orElse(Cursor.NEWEST);
        return Tuple.from(new @Nullable Object[] {
            pattern(email), lower(screenname), id, state, after.time(0), after.text(1), rows()
        });
    }

    /** For LIKE, with nothing in it that means more than itself but the star at the end. */
    private static @Nullable String pattern(@Nullable String email) {
        var address = lower(email);
        if (address == null) {
            return null;
        }
        var begins = address.endsWith("*");
        var text = begins ? address.substring(0, address.length() - 1) : address;
        return text.replaceAll("([\\\\%_])", "\\\\$1") + (begins ? "%" : "");
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
