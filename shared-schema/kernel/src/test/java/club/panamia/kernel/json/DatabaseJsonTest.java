package club.panamia.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.house.Calls;
import club.panamia.kernel.json.Stamped.Stamp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DatabaseJsonTest {

    private static final Instant NOON = Instant.parse("2026-06-24T12:00:00.123456Z");

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void readsADocumentWithKeysThatItDoesNotKnow() {
        var id = row(
                "{\"name\": \"old\", \"at\": \"2026-06-24T12:00:00.123456Z\", \"tags\": [], \"colour\": {\"r\": 1}}");

        assertThat(find(Stamped.class, id).stamp).isEqualTo(new Stamp("old", NOON, List.of(), null));
    }

    @Test
    void writesTimesAsTextAndLeavesOutWhatIsNotThere() {
        var id = row("{\"name\": \"old\", \"tags\": []}");

        Calls.await(() -> Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.find(Stamped.class, id))
                .invoke(found -> found.stamp = new Stamp("ñandú \"x\"", NOON, Arrays.asList("a", null), null))));

        assertThat(sql.one(String.class, "SELECT oauth_profile::text FROM o_auth_verifications"))
                .isEqualTo(
                        "{\"at\": \"2026-06-24T12:00:00.123456Z\", \"name\": \"ñandú \\\"x\\\"\", \"tags\": [\"a\", null]}");
        assertThat(find(Stamped.class, id).stamp.tags()).containsExactly("a", null);
    }

    @Test
    void writesAndReadsAnArray() {
        var id = row("[]");

        Calls.await(() -> Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.find(Listed.class, id))
                .invoke(found -> found.entries = List.of("uno", "dos"))));

        assertThat(sql.one(String.class, "SELECT oauth_profile::text FROM o_auth_verifications"))
                .isEqualTo("[\"uno\", \"dos\"]");
        assertThat(find(Listed.class, id).entries).containsExactly("uno", "dos");
    }

    private String row(String document) {
        return sql.one(
                String.class,
                "INSERT INTO o_auth_verifications (email, provider, provider_account_id, verification_token, browser_hash, expires_at, oauth_profile)"
                        + " VALUES ('a@example.org', 'p', '1', repeat('0', 64), repeat('0', 64), now() + interval '5 minutes', ?::jsonb) RETURNING id",
                document);
    }

    private static <T> T find(Class<T> type, String id) {
        return Calls.await(() ->
                Panache.withSession(() -> Panache.getSession().chain(session -> session.find(type, id))));
    }
}
