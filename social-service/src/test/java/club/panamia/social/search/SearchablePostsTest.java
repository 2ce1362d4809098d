package club.panamia.social.search;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import club.panamia.social.Fediverse;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which posts are found, and by whom. Who may read which is also in the cross of the audience. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SearchablePostsTest extends Searching {

    @Test
    void areFoundOnlyWithTheirWarningAsTheyAreNow() {
        var post = said(ana, "Hola", "public");
        find("adios").body("items", empty());
        sql.run("UPDATE social_statuses SET content_warning = 'Adiós' WHERE id = ?", post);
        find("adios").body("items.id", contains(post));
        as(ana).contentType("application/json")
                .body(Map.of("content", "Buenas"))
                .put("/api/social/statuses/" + post)
                .then()
                .statusCode(200);
        find("hola").body("items", empty());
        find("buenas").body("items.id", contains(post));
        as(ana).delete("/api/social/statuses/" + post).then().statusCode(204);
        find("buenas").body("items", empty());
    }

    @Test
    void ofPeopleElsewhereAreFoundWhereTheyMayBe() {
        Fediverse.stranger("zoe");
        for (var visibility : new String[] {"public", "quiet"}) {
            sql.run(
                    "INSERT INTO social_statuses (uri, actor_id, visibility, content, published, is_remote)"
                            + " SELECT 'https://elsewhere.example/' || ?, id, ?::social_visibility, '<p>Hola</p>', now(), true"
                            + " FROM social_actors WHERE username = 'zoe'",
                    visibility,
                    visibility);
        }

        find("hola").body("items", empty());
        sql.run("UPDATE social_actors SET indexable = true WHERE username = 'zoe'");
        find("hola").body("items.visibility", contains("public"));
        sql.run("UPDATE social_actors SET standing = 'limited' WHERE username = 'zoe'");
        find("hola").body("items", empty());
    }

    @Test
    void ofOursAreFoundUnlessTheySaidNo() {
        var post = said(ana, "Hola", "public");
        find("hola").body("items.id", contains(post));

        sql.run("UPDATE social_actors SET indexable = false WHERE lower(username) = 'ana'");

        find("hola").body("items", empty());
        as(ana).get(SEARCH + "?q=hola").then().body("items.id", contains(post));
    }

    @Test
    void toAFewAreFoundByThoseFewWhileTheyAreThere() {
        var post = saidTo(ana, "Secreto", ben);

        find("secreto").body("items.id", contains(post));
        as(joined("Cleo")).queryParam("q", "secreto").get(SEARCH).then().body("items", empty());
        sql.run("UPDATE social_statuses SET expires_at = now() - interval '1 second'");
        find("secreto").body("items", empty());
    }
}
