package club.panamia.social.embed;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EmbeddedForEverybodyTest extends Embedding {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE social_statuses SET is_draft = true, published = NULL",
                "UPDATE social_statuses SET expires_at = now() - interval '1 second'",
                "UPDATE social_statuses SET visibility = 'local'",
                "UPDATE social_actors SET standing = 'suspended', decided_standing = 'suspended'",
                "UPDATE social_actors SET standing = 'limited', decided_standing = 'limited'",
                "UPDATE users SET locked_at = now()",
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET social_eligible = false",
            })
    void showsNothingThatIsNotForEverybody(String change) {
        var id = said(ana, "Hola", "public");
        var tag = ask(page(id)).then().statusCode(200).extract().header("ETag");

        sql.run(change);

        refused(page(id));
        anonymous()
                .header("If-None-Match", tag)
                .queryParam("url", page(id))
                .get("/api/social/oembed")
                .then()
                .statusCode(404);
    }

    @Test
    void isForNobodyInParticular() {
        var ben = joined("Ben");
        var local = said(ana, "Psst", "local");
        var followers = said(ana, "Psst", "followers");
        var direct = saidTo(ana, "Psst", ben);

        for (var id : new String[] {local, followers, direct}) {
            refused(page(id));
            as(ana).queryParam("url", page(id)).get("/api/social/oembed").then().statusCode(404);
        }
        as(ana).delete("/api/social/statuses/" + local).then().statusCode(204);
        refused(page(local));
    }

    @Test
    void showsOurPostsAlone() {
        var id = said(ana, "Hola", "public");
        sql.run("UPDATE social_actors SET profile_id = NULL, fetched_at = now()");

        refused(page(id));
    }
}
