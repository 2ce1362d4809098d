package club.panamia.ops.mail;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DomainsResourceTest {

    private static final String PATH = "/api/ops/mail/domains";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsTheDomainsWhoseLettersFailTheWorstFirst() {
        mail("ana@Far.example", "queued", "451 try later");
        mail("ben@far.example", "parked", "550 <ben@far.example> is unknown");
        mail("cleo@near.example", "parked", "550 no");
        mail("dan@near.example", "sent", null);
        mail("eva@well.example", "sent", null);
        mail("fay@new.example", "queued", null);

        as(seed.admin("Ada"))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("domain", contains("far.example", "near.example"))
                .body("[0].retrying", is(1))
                .body("[0].parked", is(1))
                .body("[0].sent", is(0))
                .body("[0].remedy", containsString("takes none"))
                .body("[1].sent", is(1))
                .body("[1].remedy", containsString("takes others"));
    }

    @Test
    void repeatsNobodysAddress() {
        mail("ben@far.example", "parked", "550 <ben@far.example> is unknown");

        as(seed.admin("Ada"))
                .get(PATH)
                .then()
                .body("[0].error", is("550 <…> is unknown"))
                .body(not(containsString("ben")));
    }

    @Test
    void isForAdministratorsOnly() {
        as(seed.person("Bob")).get(PATH).then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
        as(seed.person("Cleo")).get("/api/ops/quotas").then().statusCode(403);
    }

    private void mail(String recipient, String state, String error) {
        sql.run(
                "INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at, state, sent_at, error)"
                        + " VALUES ('sign-in', ?, ?, now() + interval '1 day', ?, CASE WHEN ? = 'sent' THEN now() END, ?)",
                recipient,
                UUID.randomUUID().toString(),
                state,
                state,
                error);
    }
}
