package club.panamia.engagement.person;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another person: their public face as it is today, never an address. */
@Schema(description = "A person's public face")
public record PersonView(
        @Schema(required = true) String id,
        @Nullable String screenname,
        @Nullable String name,
        @Nullable String image) {

    /** What a query selects of {@code users u} for {@link #of}. */
    public static final String COLUMNS =
            "u.id AS person_id, u.screenname AS person_screenname, u.name AS person_name, u.image AS person_image";

    /** Null where the query's join found nobody. */
    public static @Nullable PersonView of(Row row) {
        var id = row.getString("person_id");
        return id == null
                ? null
                : new PersonView(
                        id,
                        row.getString("person_screenname"),
                        row.getString("person_name"),
                        row.getString("person_image"));
    }
}
