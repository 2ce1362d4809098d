package club.panamia.auth.audit;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SecurityEventsResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsWhatWasDoneToOnesOwnAccountButNotByWhomOrWhy() {
        var ana = seed.person("Ana");
        var ada = seed.admin("Ada");
        happened(ana.id(), ana, "signed-in", null);
        happened(ada.id(), ana, "account-locked", "reported by Ben");
        happened(null, ana, "account-unlocked", null);
        happened(ada.id(), ada, "signed-in", null);

        as(ana).get("/api/users/me/security-events")
                .then()
                .statusCode(200)
                .body("items.action", contains("account-unlocked", "account-locked", "signed-in"))
                .body("items.by", contains("pana", "administrator", "you"))
                .body(not(containsString(ada.id())))
                .body(not(containsString("Ben")));
    }

    @Test
    void comesInPages() {
        var ana = seed.person("Ana");
        for (var i = 0; i < 5; i++) {
            happened(ana.id(), ana, "signed-in", null);
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/api/users/me/security-events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void isForTheSignedInAndForRightQuestions() {
        anonymous().get("/api/users/me/security-events").then().statusCode(401);
        as(seed.person("Ana"))
                .queryParam("limit", 101)
                .get("/api/users/me/security-events")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("limit"));
    }

    private void happened(@Nullable String actor, Person subject, String action, @Nullable String reason) {
        sql.run(
                "INSERT INTO internal.security_event (actor_id, subject_id, action, reason) VALUES (?, ?, ?, ?)",
                actor,
                subject.id(),
                action,
                reason);
    }
}
