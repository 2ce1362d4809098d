package club.panamia.social.timeline;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.kernel.page.PageQuery;
import club.panamia.social.Fediverse;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class StatusesResourceTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void showsWhatIsSaidToEverybodyNewestFirst() {
        var ana = Fediverse.participant("ana");
        Fediverse.post("ana", "<p>one</p>");
        var second = Fediverse.post("ana", "<p>two</p>");
        sql.run("""
                INSERT INTO social_attachments (status_id, type, media_type, url, description, width, height, position)
                VALUES (?, 'image', 'image/webp', '/media/2', 'later', 4, 3, 1), (?, 'image', 'image/webp', '/media/1', 'first', 4, 3, 0)
                """, second, second);

        var shown = anonymous()
                .get("/api/social/statuses")
                .then()
                .statusCode(200)
                .body("items.content", contains("<p>two</p>", "<p>one</p>"))
                .body("items[0].actor.username", is("ana"))
                .body("items[0].attachments.description", contains("first", "later"))
                .body("items[0].attachments[0].width", is(4))
                .body("items[1].attachments.size()", is(0))
                .body("nextCursor", nullValue())
                .extract();

        assertThat(shown.jsonPath().getMap("items[1]").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "id",
                        "uri",
                        "type",
                        "content",
                        "published",
                        "repliesCount",
                        "likesCount",
                        "announcesCount",
                        "visibility",
                        "liked",
                        "boosted",
                        "mentions",
                        "hashtags",
                        "actor",
                        "emojis",
                        "attachments",
                        "filtered");
        assertThat(shown.asString())
                .doesNotContainIgnoringCase("key")
                .doesNotContain("private", "inbox", ana.id(), ana.email());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE social_statuses SET visibility = 'quiet'",
                "UPDATE social_statuses SET visibility = 'local'",
                "UPDATE social_statuses SET visibility = 'followers'",
                "UPDATE social_statuses SET visibility = 'direct'",
                "UPDATE social_statuses SET is_draft = true, published = NULL",
                "UPDATE social_statuses SET expires_at = now() - interval '1 second'",
                "UPDATE social_statuses SET in_reply_to_uri = 'https://elsewhere.example/1'",
                "UPDATE social_statuses SET is_remote = true, actor_id = (SELECT id FROM social_actors WHERE username = 'zoe')",
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET social_eligible = false",
                "UPDATE users SET locked_at = now()",
            })
    void leavesOutTheRest(String change) {
        Fediverse.participant("ana");
        Fediverse.stranger("zoe");
        Fediverse.post("ana", "hola");
        sql.run(change);

        assertThat(contents()).isEmpty();
    }

    @Test
    void showsWhatHasNotExpiredYet() {
        Fediverse.participant("ana");
        Fediverse.post("ana", "hola");
        sql.run("UPDATE social_statuses SET expires_at = now() + interval '1 hour'");

        assertThat(contents()).containsExactly("hola");
    }

    @Test
    void pagesWithoutLossWhereTimesAreEqualAndPostsComeIn() {
        Fediverse.participant("ana");
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, published)
                SELECT 'u' || n, a.id, (CASE WHEN n % 4 = 0 THEN 'local' ELSE 'public' END)::social_visibility,
                       now() - (n / 10) * interval '1 minute'
                  FROM social_actors a, generate_series(1, 40) n
                """);
        var all = sql.list(
                String.class,
                "SELECT uri FROM social_statuses WHERE visibility = 'public' ORDER BY published DESC, id DESC");

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = anonymous()
                    .queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get("/api/social/statuses")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.uri", String.class));
            cursor = page.getString("nextCursor");
            Fediverse.post("ana", "late");
        } while (cursor != null);

        assertThat(seen).isEqualTo(all).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({"cursor,nonsense", "limit,101", "limit,0"})
    void refusesWhatItDoesNotKnow(String parameter, String value) {
        anonymous()
                .queryParam(parameter, value)
                .get("/api/social/statuses")
                .then()
                .statusCode(422)
                .body("errors[0].path", is(parameter));
    }

    @Test
    void readsItsIndexes() {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(1, 3000) n");
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, reviewed_at)
                SELECT id, email, 'Person', 'approved', true, now() FROM users
                """);
        sql.run("""
                INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url, public_key)
                SELECT u.screenname, 'localhost', p.id, u.id, 'i', 'o', 'f', 'g', 'k' FROM users u JOIN profiles p ON p.user_id = u.id
                """);
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                SELECT a.id || n, a.id, (CASE WHEN n = 1 THEN 'local' ELSE 'public' END)::social_visibility, 'Hola.',
                       now() - (random() * 1000) * interval '1 minute'
                  FROM social_actors a, generate_series(1, 3) n
                """);
        sql.run("""
                INSERT INTO social_attachments (status_id, type, media_type, url)
                SELECT id, 'image', 'image/webp', '/media/1' FROM social_statuses
                """);
        Planner.knows("users, profiles, social_actors, social_statuses, social_attachments");
        var values = Line.values(null, new PageQuery());

        assertThat(Plan.of(pool, Line.PUBLIC, values))
                .contains("social_statuses_public_idx")
                .doesNotContain(
                        "Seq Scan on social_statuses",
                        "Seq Scan on social_actors",
                        "Seq Scan on social_attachments",
                        "Seq Scan on profiles",
                        "Seq Scan on users");
        assertThat(Plan.forAnyValues(pool, Line.PUBLIC, values))
                .contains("social_statuses_public_idx")
                .doesNotContain("Seq Scan on social_statuses");
    }

    private static List<String> contents() {
        return anonymous()
                .get("/api/social/statuses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.content");
    }
}
