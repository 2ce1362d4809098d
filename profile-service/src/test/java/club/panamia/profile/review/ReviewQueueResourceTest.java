package club.panamia.profile.review;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.PageQuery;
import club.panamia.profile.Crowd;
import club.panamia.profile.Walk;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReviewQueueResourceTest {

    private static final Actor ADMIN = new Actor("pada", "Ada", Set.of(Roles.ADMIN), "s");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void listsWhatWaitsOldestFirst() {
        var ada = seed.admin("Ada");
        var ids = new ArrayList<String>();
        for (var name : List.of("Ana", "Ben", "Cas")) {
            ids.add(Walk.submitted(seed.person(name), name));
        }
        Walk.draft(seed.person("Dee"), "Dee");
        Walk.approve(ada, Walk.submitted(seed.person("Eli"), "Eli"));
        sql.run("UPDATE profiles SET submitted_at = submitted_at - interval '1 day' WHERE id = ?", ids.get(2));

        as(ada).get("/api/profiles/review-queue")
                .then()
                .statusCode(200)
                .body("items.name", contains("Cas", "Ana", "Ben"))
                .body("items[1].id", is(ids.get(0)))
                .body("items[1].etag", is("\"1\""))
                .body("items[1].screenname", is("Ana"))
                .body("items[1].email", is("ana@example.org"));
    }

    @Test
    void showsAReviewerAllThatIsToBeJudged() {
        var ana = seed.person("Ana");
        Walk.create(
                ana,
                Map.of(
                        "name", "Ana",
                        "descriptions", Map.of("details", "Platos"),
                        "socials", Map.of("website", "https://ana.example.org"),
                        "categories", Map.of("art", true),
                        "counties", Map.of("broward", true)));
        Walk.submit(ana);
        var ada = seed.admin("Ada");
        Walk.decline(ada, sql.one(String.class, "SELECT id FROM profiles"), "Say more.");
        Walk.submit(ana);

        as(ada).get("/api/profiles/review-queue")
                .then()
                .body("items[0].descriptions.details", is("Platos"))
                .body("items[0].socials.website", is("https://ana.example.org"))
                .body("items[0].categories", contains("art"))
                .body("items[0].counties", contains("broward"))
                .body("items[0].declinedBefore", is("Say more."))
                .body("items[0].submittedBefore", is(1))
                .body("items[0].waitingHours", is(0));
    }

    @Test
    void saysHowLongSomethingWaits() {
        Walk.submitted(seed.person("Ana"), "Ana");
        sql.run("UPDATE profiles SET submitted_at = now() - interval '26 hours 10 minutes'");

        as(seed.admin("Ada"))
                .get("/api/profiles/review-queue")
                .then()
                .body("items[0].waitingHours", is(26))
                .body("items[0].submittedBefore", is(0));
    }

    @Test
    void showsAModeratorAllButHowToReachThePerson() {
        Walk.submitted(seed.person("Ana"), "Ana");
        sql.run("UPDATE profiles SET phone_number = '305 555 0100'");
        var moe = seed.withRole("Moe", "contentModerator");

        var shown = as(moe).get("/api/profiles/review-queue")
                .then()
                .statusCode(200)
                .body("items[0].name", is("Ana"))
                .extract()
                .asString();

        assertThat(shown).doesNotContain("@", "305 555");
    }

    @Test
    void pagesWithoutLossAlsoWhereTimesAreEqual() {
        var ada = seed.admin("Ada");
        sql.run("""
                INSERT INTO profiles (email, name, status, submitted_at)
                SELECT 'p' || n || '@example.org', 'Profile ' || n, 'submitted', timestamptz '2026-01-01' + n / 4 * interval '1 microsecond'
                  FROM generate_series(1, 25) n
                """);

        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = as(ada).queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get("/api/profiles/review-queue")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .isEqualTo(sql.list(String.class, "SELECT id FROM profiles ORDER BY submitted_at, id"))
                .hasSize(25);
    }

    @Test
    void isForStaff() {
        as(seed.person("Ana")).get("/api/profiles/review-queue").then().statusCode(403);
        as(seed.withRole("Moe", "eventOrganizer"))
                .get("/api/profiles/review-queue")
                .then()
                .statusCode(403);
        anonymous().get("/api/profiles/review-queue").then().statusCode(401);
        as(seed.admin("Ada"))
                .get("/api/profiles/review-queue?limit=0")
                .then()
                .statusCode(422)
                .body("errors[0].path", containsString("limit"));
    }

    @Test
    void readsItsIndex() {
        Crowd.seed();

        assertThat(Plan.of(pool, ReviewQueue.WAITING, ReviewQueue.values(ADMIN, new PageQuery())))
                .contains("profiles_review_queue_idx")
                .doesNotContain("Seq Scan");
    }
}
