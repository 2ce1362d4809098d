package club.panamia.engagement.points;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an affiliate's code brought; never whom. */
@Schema(description = "What the code of an affiliate brought")
record AffiliateView(
        @Schema(required = true) String code,

        @Nullable @Schema(description = "Whose it is; absent where they have left")
        PersonView person,

        @Schema(required = true, description = "How many people signed up by it")
        long signups,

        @Schema(required = true) long points) {

    static AffiliateView of(Row row) {
        return new AffiliateView(
                row.getString("code"), PersonView.of(row), row.getLong("signups"), row.getLong("points"));
    }

    Cursor position() {
        return Cursor.of(code, "");
    }
}
