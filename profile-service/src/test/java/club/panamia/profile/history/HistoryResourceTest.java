package club.panamia.profile.history;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class HistoryResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void tellsWhatWasDoneByWhomAndWhy() {
        var ana = seed.person("Ana");
        var ada = seed.admin("Ada");
        var id = Walk.submitted(ana, "Ana");
        Walk.decline(ada, id, "Say what you make.");

        as(ada).get(history(id))
                .then()
                .statusCode(200)
                .body("items.step", contains("declined", "submitted"))
                .body("items[0].reason", is("Say what you make."))
                .body("items[0].actorId", is(ada.id()))
                .body("items[0].actorScreenname", is("Ada"))
                .body("items[0].at", notNullValue())
                .body("items[1].actorId", is(ana.id()))
                .body("nextCursor", nullValue());
    }

    @Test
    void pagesWithoutLoss() {
        var ada = seed.admin("Ada");
        var id = Walk.unclaimed("shop@example.org");
        sql.run(
                "INSERT INTO internal.profile_history (profile_id, actor_id, step) SELECT ?, 'pada', 'hidden' FROM generate_series(1, 15)",
                id);

        var times = new ArrayList<String>();
        String cursor = "";
        do {
            var page = as(ada).queryParam("limit", 4)
                    .queryParam("cursor", cursor)
                    .get(history(id))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            times.addAll(page.getList("items.at", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(times).hasSize(15);
    }

    @Test
    void isForStaff() {
        var id = seed.approvedProfile(seed.person("Ana"));

        as(seed.person("Ben")).get(history(id)).then().statusCode(403);
        anonymous().get(history(id)).then().statusCode(401);
        as(seed.withRole("Moe", "contentModerator"))
                .get(history(id))
                .then()
                .statusCode(200)
                .body("items", empty());
        as(seed.admin("Ada")).get(history(id) + "?cursor=nonsense!").then().statusCode(422);
    }

    @Test
    void readsItsIndex() {
        Crowd.seed();
        sql.run("""
                INSERT INTO internal.profile_history (profile_id, actor_id, step)
                SELECT id, 'pada', 'hidden' FROM profiles, generate_series(1, 3)
                """);
        sql.run("ANALYZE internal.profile_history");

        assertThat(Plan.of(pool, History.OF_ONE, History.values("p1", new PageQuery())))
                .contains("profile_history_profile_id_idx")
                .doesNotContain("Seq Scan");
    }

    private static String history(String id) {
        return "/api/profiles/" + id + "/history";
    }
}
