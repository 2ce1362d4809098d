package club.panamia.kernel.page;

import club.panamia.kernel.problem.QueryBean;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code ?cursor=&limit=}: where a page begins and how much it holds, 1 to 100, 20 unless asked otherwise. */
public class PageQuery implements QueryBean {

    @RestQuery
    @Nullable
    String cursor;

    @RestQuery
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    int limit = 20;

    public int limit() {
        return limit;
    }

    /** How many rows to ask the database for: one more than the page holds. */
    public int rows() {
        return limit + 1;
    }

    /** Where the page before this one ended, with its {@code parts} values; nothing for the first page. */
    public Optional<Cursor> after(int parts) {
        return cursor == null || cursor.isEmpty() ? Optional.empty() : Optional.of(Cursor.decode(cursor, parts));
    }
}
