package club.panamia.ops.job;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class JobsResourceTest {

    private static final String PATH = "/api/ops/jobs";

    @Inject
    RunDueJobs runDueJobs;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsWhatBecameOfEveryJobOfThisService() {
        runDueJobs.run().await().atMost(Duration.ofSeconds(30));

        var jobs = as(seed.admin("Ada")).get(PATH).then().statusCode(200);

        jobs.body("find { it.name == 'forget-old-mail' }.service", is("ops-service"))
                .body("find { it.name == 'forget-old-mail' }.endedAt", notNullValue())
                .body("findAll { it.failures > 0 }.name", is(java.util.List.of()));
        assertThat(jobs.extract().jsonPath().getList("name", String.class))
                .isSorted()
                .contains(
                        "forget-old-events",
                        "forget-idempotency-keys",
                        "forget-rate-limits",
                        "wipe-expired-mail",
                        "forget-old-mail",
                        "forget-webhook-calls",
                        "forget-unconfirmed-signups",
                        "forget-email-changes",
                        "forget-oauth-verifications",
                        "forget-quarantined-messages");
    }

    @Test
    void letsAJobRunBeforeItsTime() {
        runDueJobs.run().await().atMost(Duration.ofSeconds(30));
        var ada = seed.admin("Ada");

        as(ada).post(PATH + "/forget-old-mail/run").then().statusCode(202);

        assertThat(sql.list(String.class, "SELECT name FROM internal.job WHERE due_at <= now()"))
                .containsExactly("forget-old-mail");
        as(ada).post(PATH + "/no-such-job/run").then().statusCode(404).body("type", is("/problems/not-found"));
    }

    @Test
    void isForAdministratorsOnly() {
        as(seed.person("Bob")).get(PATH).then().statusCode(403);
        as(seed.person("Eve")).post(PATH + "/forget-old-mail/run").then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
    }
}
