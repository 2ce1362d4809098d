package club.panamia.ops.quota;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * What a provider allows, as it last told.
 *
 * @param remaining until it resets; calls whose answers are not here yet are taken off
 */
public record QuotaView(String name, int most, int remaining, Instant resetsAt, Instant toldAt) {

    static QuotaView of(Row row) {
        return new QuotaView(
                row.getString("name"),
                row.getInteger("most"),
                row.getInteger("remaining"),
                row.getOffsetDateTime("resets_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** Whether we have used what we allow ourselves. */
    public boolean isSpent(Instant now) {
        return resetsAt.isAfter(now) && remaining <= low();
    }

    /** What is left for others who use the same key. */
    @JsonIgnore
    public int low() {
        return Quotas.kept(most);
    }
}
