package club.panamia.auth.people;

import club.panamia.auth.user.Screenname;
import club.panamia.kernel.problem.QueryBean;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code ?q=&limit=}: how the screenname begins, two characters at least, and how many to show. */
class PeopleSearch implements QueryBean {

    /** Comes after every character that a screenname may hold. */
    private static final String AFTER_ALL = "{";

    @RestQuery
    @NotNull
    @Size(max = 100)
    @Pattern(regexp = "\\s*\\S\\S.*", flags = Pattern.Flag.DOTALL, message = "must have two characters at least")
    @Parameter(description = "How the screenname begins, in any case")
    String q = "";

    @RestQuery
    @DefaultValue("10")
    @Min(1)
    @Max(20)
    int limit = 10;

    Tuple askedBy(String userId) {
        var prefix = Screenname.composed(q).toLowerCase(Locale.ROOT);
        return Tuple.of(prefix, prefix + AFTER_ALL, userId, limit);
    }
}
