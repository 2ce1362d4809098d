package club.panamia.auth.export;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A copy of one's data.
 *
 * @param waitingFor the services that have not done their part yet; empty once all is there
 * @param services what each service holds, by sections; only when all is there
 */
record ExportView(
        Instant requestedAt,
        Instant expiresAt,
        List<String> waitingFor,

        @Schema(description = "By service and section") @Nullable
        Map<String, Object> services) {

    static ExportView of(Row row) {
        var waitingFor = List.of(row.getArrayOfStrings("waiting_for"));
        return new ExportView(
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                waitingFor,
                waitingFor.isEmpty() ? row.getJsonObject("services").getMap() : null);
    }

    boolean isWhole() {
        return waitingFor.isEmpty();
    }
}
