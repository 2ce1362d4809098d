package club.panamia.engagement.points;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many points somebody has. */
@Schema(description = "How many points a person has")
record BalanceView(
        @Schema(required = true, description = "By what they did")
        long own,

        @Schema(required = true, description = "By what people did whom their code brought here")
        long referred,

        @Schema(required = true) long total,

        @Schema(required = true, description = "0 below the first one")
        int tier,

        @Nullable @Schema(description = "With how many they are of the next tier; absent in the last one")
        Long nextTierAt) {

    static BalanceView of(Row row, Tiers tiers) {
        var own = row.getLong("own");
        var referred = row.getLong("referred");
        var total = own + referred;
        return new BalanceView(own, referred, total, tiers.of(total), tiers.nextAfter(total));
    }
}
