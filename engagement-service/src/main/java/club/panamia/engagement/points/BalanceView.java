package club.panamia.engagement.points;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many points somebody has. */
@Schema(description = "How many points I have")
record BalanceView(
        @Schema(required = true, description = "By what I did")
        long own,

        @Schema(required = true, description = "By what people did whom my code brought here")
        long referred,

        @Schema(required = true) long total) {

    static BalanceView of(Row row) {
        var own = row.getLong("own");
        var referred = row.getLong("referred");
        return new BalanceView(own, referred, own + referred);
    }
}
