package club.panamia.auth.leaving;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LeavingResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Sql superuser = new Sql(TestDatabase.get().asAdmin(), null);

    @AfterEach
    void withoutApps() {
        superuser.run("DROP SCHEMA IF EXISTS app_of_a_test CASCADE");
    }

    @Test
    void showsWhatGoesAndWhatStays() {
        var ana = seed.person("Ana");
        seed.approvedProfile(ana);
        seed.draftArticle(ana, "draft");
        seed.publishedArticle(ana, "young");
        seed.publishedArticle(ana, "old");
        sql.run("UPDATE articles SET published_at = now() - interval '4 months' WHERE slug = 'old'");
        sql.run(
                "INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, scheduled_at, ends_at, topic, session_type)"
                        + " VALUES (?, ?, '2030-01-01 10:00Z', '2030-01-01 11:00Z', 'Watercolours', 'artistic')",
                seed.person("Ben").id(),
                ana.id());

        as(ana).get("/api/users/me/leaving")
                .then()
                .statusCode(200)
                .body("blockers", empty())
                .body("goes.sessions", is(1))
                .body("goes.linkedAccounts", is(0))
                .body("goes.profile", is(true))
                .body("goes.articles", is(2))
                .body("goes.openMentoringSessions", is(1))
                .body("stays.articles", is(1))
                .body("stays.screennameReserved", is(true))
                .body("apps", empty());
    }

    @Test
    void namesTheTablesOfAppsThatReferToPeople() {
        var ana = seed.person("Ana");
        superuser.run("CREATE SCHEMA app_of_a_test");
        superuser.run("CREATE TABLE app_of_a_test.bookings (owner_id text REFERENCES users (id))");
        superuser.run("CREATE TABLE app_of_a_test.pets (owner_id text REFERENCES users (id) ON DELETE CASCADE)");
        superuser.run("CREATE TABLE app_of_a_test.tips (giver_id text REFERENCES users (id) ON DELETE SET NULL)");

        as(ana).get("/api/users/me/leaving")
                .then()
                .statusCode(200)
                .body("apps.table", contains("app_of_a_test.bookings", "app_of_a_test.pets", "app_of_a_test.tips"))
                .body("apps.effect", contains("may-hold", "goes-along", "lets-go"));
    }

    @Test
    void saysThatTheOnlyAdministratorStays() {
        var eva = seed.admin("Eva");
        as(eva).get("/api/users/me/leaving").then().body("blockers", contains("last-admin"));

        seed.lock(seed.admin("Ida"));
        as(eva).get("/api/users/me/leaving").then().body("blockers", contains("last-admin"));

        seed.admin("Uma");
        as(eva).get("/api/users/me/leaving").then().body("blockers", empty());
    }

    @Test
    void isForTheSignedIn() {
        anonymous().get("/api/users/me/leaving").then().statusCode(401);
    }
}
