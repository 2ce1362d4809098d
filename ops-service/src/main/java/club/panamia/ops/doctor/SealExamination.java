package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.doubtful;
import static club.panamia.ops.doctor.Finding.ill;
import static club.panamia.ops.doctor.Finding.well;

import club.panamia.kernel.secret.EncryptionKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The keys of {@code PANA_ENCRYPTION_KEYS}: what each still seals, and since when. */
@Singleton
class SealExamination implements Examination {

    private static final String QUESTION = """
            SELECT key_id, things, extract(epoch FROM now() - oldest)::int / 86400 AS days
              FROM internal.sealed_by_keys() ORDER BY oldest
            """;

    /** Nothing that an old key has sealed should live longer than this: it is sealed anew, or over. */
    private static final int OLD_KEY_DAYS = 61;

    private static final int NEWEST_KEY_DAYS = 400;

    private final Pool pool;
    private final List<String> keys;

    SealExamination(Pool pool, EncryptionKeys keys) {
        this.pool = pool;
        this.keys = keys.ids();
    }

    @Override
    public String name() {
        return "encryption keys";
    }

    @Override
    public Uni<List<Finding>> look() {
        return pool.query(QUESTION)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::finding)
                        .toList());
    }

    private Finding finding(Row row) {
        var id = row.getString("key_id");
        var days = row.getInteger("days");
        var seen = "seals %d things, the oldest for %d days".formatted(row.getLong("things"), days);
        if (id == null) {
            return ill(
                    "sealed by no key",
                    seen.replace("seals ", ""),
                    "Find them in the columns that internal.sealed_by_keys() reads, and restore them from the backup.");
        }
        var name = "encryption key " + id;
        if (!keys.contains(id)) {
            return ill(
                    name,
                    seen,
                    "Put it back at the end of PANA_ENCRYPTION_KEYS of all services: nobody can open them.");
        }
        return id.equals(keys.getFirst()) ? newest(name, seen, days) : older(name, seen, days);
    }

    private static Finding newest(String name, String seen, int days) {
        return days <= NEWEST_KEY_DAYS
                ? well(name, seen)
                : doubtful(
                        name,
                        seen,
                        "Put a new key in front of PANA_ENCRYPTION_KEYS of all services, and restart them.");
    }

    private static Finding older(String name, String seen, int days) {
        return days <= OLD_KEY_DAYS
                ? well(name, seen + "; keep it until it seals nothing")
                : doubtful(
                        name,
                        seen,
                        "Keep it in PANA_ENCRYPTION_KEYS; the services whose rows these are should have sealed them anew, and"
                                + " their logs say why they have not.");
    }
}
