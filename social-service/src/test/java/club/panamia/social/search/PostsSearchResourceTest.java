package club.panamia.social.search;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts by their words. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class PostsSearchResourceTest extends Searching {

    @Inject
    Pool pool;

    @ParameterizedTest
    @CsvSource({
        "panaderia, La mejor panadería de la ciudad",
        "PANADERÍAS, La mejor panaderia de la ciudad",
        "baker, The bakers of Hialeah",
        "bakers, A baker of Hialeah",
        "hialeah pastel, Pasteles en Hialeah",
        "pastel hialeah, **Pas**teles en [Hialeah](https://e.example)",
        "'\"de la ciudad\"', La mejor panadería de la ciudad",
        "cafe OR te, Un té",
        "cafe -leche, Un café solo",
        "hola, Hola #hola",
        "hola, '#hola'",
    })
    void areFoundByTheirWordsInBothLanguagesWithoutAccents(String words, String content) {
        var post = said(ana, content, "public");
        said(ana, "Something else", "public");

        find(words).statusCode(200).body("items.id", contains(post));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de",
                "the",
                "-hola",
                "-hola -adios",
                "\"\"",
                "''",
                "\\\\",
                "<->",
                "!!!",
                "()",
                ":*",
                "%%",
                "href",
                "nofollow"
            })
    void areNotFoundByWhatSaysNothing(String words) {
        said(ana, "Hola de la the [x](https://e.example)", "public");

        find(words).statusCode(200).body("items", empty());
    }

    @Test
    void ofOneAuthorAndOfSomeDays() {
        var old = said(ana, "Hola", "public");
        var bens = said(ben, "Hola", "public");
        sql.run("UPDATE social_statuses SET published = '2026-01-31 23:59:59Z' WHERE id = ?", old);

        find("hola").body("items.id", contains(bens, old));
        for (var handle : new String[] {"ana", "@ANA", "Ana@localhost"}) {
            as(ben).queryParam("q", "hola")
                    .queryParam("author", handle)
                    .get(SEARCH)
                    .then()
                    .body("items.id", contains(old));
        }
        as(ben).get(SEARCH + "?q=hola&author=nobody").then().body("items", empty());
        as(ben).get(SEARCH + "?q=hola&from=2026-01-31&to=2026-01-31").then().body("items.id", contains(old));
        as(ben).get(SEARCH + "?q=hola&to=2026-01-30").then().body("items", empty());
        as(ben).get(SEARCH + "?q=hola&from=2026-02-01").then().body("items.id", contains(bens));
    }

    @Test
    void pageWithoutLossOrRepetitionWhereTimesAreEqual() {
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                SELECT 'u' || n, ?, 'public', '<p>Hola</p>', now() - (n / 10) * interval '1 minute' FROM generate_series(1, 40) n
                """, actorId(ana));
        var all = sql.list(String.class, "SELECT id FROM social_statuses ORDER BY published DESC, id DESC");
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ben).queryParam("q", "hola")
                    .queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get(SEARCH)
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void areFoundHoweverOldTheyAre() {
        var ids = new ArrayList<String>();
        for (var age : new String[] {"0 days", "31 days", "200 days", "23 months", "25 months", "10 years"}) {
            ids.add(sql.one(
                    String.class,
                    "INSERT INTO social_statuses (uri, actor_id, visibility, content, published)"
                            + " VALUES ('u' || pana_id(), ?, 'public', '<p>Hola</p>', now() - ?::interval) RETURNING id",
                    actorId(ana),
                    age));
        }

        find("hola").body("items.id", contains(ids.toArray()));
        as(ben).get(SEARCH + "?q=hola&to=2024-01-01").then().body("items.id", contains(ids.getLast()));
        var first = as(ben).get(SEARCH + "?q=hola&limit=4").jsonPath();
        as(ben).queryParam("cursor", first.getString("nextCursor"))
                .get(SEARCH + "?q=hola&limit=4")
                .then()
                .body("items.id", contains(ids.subList(4, 6).toArray()));
    }

    @Test
    void areForMembersNotWithoutEndAndNotForAnything() {
        anonymous().get(SEARCH + "?q=hola").then().statusCode(401);
        for (var wrong : new String[] {
            "",
            "?q=",
            "?q=  ",
            "?q=a",
            "?q=" + "x".repeat(201),
            "?q=hola&from=yesterday",
            "?q=hola&to=2026-13-01",
            "?q=hola&from=%2B99999-01-01",
            "?q=hola&limit=101",
            "?q=hola&cursor=x"
        }) {
            as(ben).get(SEARCH + wrong).then().statusCode(422).body("type", containsString("invalid-input"));
        }
        sql.run("UPDATE internal.rate_limit SET used = 100000");
        find("hola").statusCode(429);
    }

    @Test
    void areFoundByAnIndexHoweverManyThereAre() {
        var reader = Crowd.with(sql);
        sql.run(
                "UPDATE social_statuses SET content = '<p>Una panadería</p>' WHERE id IN (SELECT id FROM social_statuses LIMIT 50)");
        sql.run("ANALYZE social_statuses");
        var query = new PostsQuery();
        query.q = "panaderia";

        for (var author : new String[] {null, "person-9@localhost"}) {
            var plan = Plan.of(pool, FindPosts.FOUND, FindPosts.values(reader, query, author));
            Crowd.assertUsesIndexes(plan, FindPosts.FOUND);
        }
        assertThat(Plan.of(pool, FindPosts.FOUND, FindPosts.values(reader, query, null)))
                .contains("Bitmap Index Scan on social_statuses_words_idx");
    }
}
