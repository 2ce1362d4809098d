package club.panamia.auth.session;

import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.auth.oauth.Program;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RevocationRaceTest {

    private static final int READERS = 7;
    private static final int READS_AFTERWARDS = 20;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    /** A request and when it began. */
    private record Read(long began, int status) {}

    @RepeatedTest(5)
    void letsNobodyInWhoAsksAfterTheAcknowledgement() {
        var ana = seed.person("Ana");
        var phone = seed.session(ana.id(), "pana_auth", Duration.ofDays(30));
        var id = sql.one(String.class, "SELECT public_id FROM sessions WHERE session_token = ?", phone);
        var shop = Program.confidential("shop");
        var acknowledged = new AtomicLong(Long.MAX_VALUE);

        var reads = Race.of(
                        READERS + 1,
                        runner -> () -> runner == 0
                                ? revoke(ana, id, acknowledged)
                                : readOnAndOn(
                                        runner % 2 == 0 ? () -> byCookie(phone) : () -> asked(shop, phone),
                                        acknowledged))
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(reads).extracting(Read::status).isSubsetOf(200, 401);
        assertThat(reads)
                .filteredOn(read -> read.began() > acknowledged.get())
                .hasSizeGreaterThanOrEqualTo(READERS * READS_AFTERWARDS)
                .allMatch(read -> read.status() == 401);
    }

    private static List<Read> revoke(Person ana, String id, AtomicLong acknowledged) {
        // The readers are under way by then: this request has an answer before the revocation begins.
        try {
            as(ana).get("/api/auth/sessions").then().statusCode(200);
            as(ana).delete("/api/auth/sessions/{id}", id).then().statusCode(204);
        } finally {
            acknowledged.set(System.nanoTime());
        }
        return List.of();
    }

    private static int byCookie(String token) {
        return withToken(token).get("/api/auth/session").statusCode();
    }

    /** What a program is told of it, in the same two numbers. */
    private static int asked(Program program, String token) {
        var answer = program.introspect(token);
        answer.then().statusCode(200);
        return answer.jsonPath().getBoolean("active") ? 200 : 401;
    }

    private static List<Read> readOnAndOn(IntSupplier ask, AtomicLong acknowledged) {
        var reads = new ArrayList<Read>();
        var afterwards = 0;
        while (afterwards < READS_AFTERWARDS) {
            var began = System.nanoTime();
            reads.add(new Read(began, ask.getAsInt()));
            afterwards += began > acknowledged.get() ? 1 : 0;
        }
        return reads;
    }
}
