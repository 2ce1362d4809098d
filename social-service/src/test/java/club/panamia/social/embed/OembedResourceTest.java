package club.panamia.social.embed;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.social.Uploaded.upload;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is embedded is read as a page elsewhere reads it: by a parser of HTML. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class OembedResourceTest {

    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @Inject
    Pool pool;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "quiet"})
    void saysWhatThePageShows(String visibility) {
        var id = said(ana, "Hola **todos**", visibility);
        sql.run("UPDATE social_statuses SET language = 'es', published = '2026-05-04 10:00Z'");

        var answer = ask(page(id));

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=60")
                .body("type", is("rich"))
                .body("version", is("1.0"))
                .body("title", is("Hola todos"))
                .body("author_name", is("Name of Ana"))
                .body("author_url", is(PUBLIC_URL + "/p/Ana"))
                .body("provider_name", is("Pana MIA Club"))
                .body("provider_url", is(PUBLIC_URL + "/"))
                .body("cache_age", is(3600))
                .body("width", is(550))
                .body("$", hasKey("height"))
                .body("height", nullValue())
                .body("$", not(hasKey("thumbnail_url")));
        var quotation = html(answer).body().child(0);
        assertThat(quotation.normalName()).isEqualTo("blockquote");
        assertThat(quotation.attr("cite")).isEqualTo(page(id));
        assertThat(quotation.attr("lang")).isEqualTo("es");
        assertThat(quotation.select("p > strong").text()).isEqualTo("todos");
        assertThat(quotation.select("footer").text()).isEqualTo("— Name of Ana (@Ana@localhost), 2026-05-04");
        assertThat(quotation.select("footer a").eachAttr("href")).containsExactly(PUBLIC_URL + "/p/Ana", page(id));
        assertThat(quotation.select("time").attr("datetime")).isEqualTo("2026-05-04T10:00:00Z");
    }

    @Test
    void findsAPostByAnyOfItsAddresses() {
        var id = said(ana, "Hola", "public");

        for (var address : new String[] {
            page(id),
            page(id) + "/",
            page(id) + "?utm_source=x&y#z",
            page(id).replace("/p/Ana", "/p/formerly"),
            page(id).replace("http://localhost", "HTTP://LOCALHOST"),
            PUBLIC_URL + "/ap/statuses/" + id,
        }) {
            assertThat(ask(address).path("html").toString()).as(address).contains(page(id));
        }
    }

    @Test
    void isOfferedToWhoOpensThePost() {
        var id = said(ana, "Hola", "public");

        var link = anonymous()
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/ap/statuses/" + id)
                .then()
                .statusCode(303)
                .extract()
                .header("Link");

        assertThat(link).contains("; rel=\"alternate\"; type=\"application/json+oembed\"");
        var address = link.substring(link.lastIndexOf('<') + 1, link.lastIndexOf('>'));
        assertThat(address).startsWith(PUBLIC_URL + "/api/social/oembed?");
        anonymous()
                .urlEncodingEnabled(false)
                .get(address.substring(PUBLIC_URL.length()))
                .then()
                .statusCode(200)
                .body("title", is("Hola"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/p/Ana/%s",
                "http://localhost:8080.elsewhere.example/p/Ana/%s",
                "http://localhost:8080/a/%s",
                "http://localhost:8080/p/%s",
                "http://localhost:8080/ap/statuses/%s/replies",
                "http://localhost:8080/p/Ana/%sx",
                "http://localhost:8080/p/Ana/%s%%00",
                "%s",
                "javascript:alert(1)//%s",
            })
    void knowsNoOtherAddress(String form) {
        refused(form.formatted(said(ana, "Hola", "public")));
    }

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

    @Test
    void letsNothingOutOfTheQuotation() {
        var id = said(
                ana,
                "</blockquote><script>alert(1)</script> \"a\" 'b' & ]]> <iframe src=x></iframe> [x](javascript:alert(1))"
                        + " ![y](https://a.example/y.png) <b onclick=\"z\">z</b>",
                "public");
        sql.run("UPDATE social_actors SET name = '</a></blockquote><img src=x onerror=alert(1)>\"'' & ]]>' || chr(1)");
        sql.run("UPDATE social_statuses SET content = content || chr(1)");

        var answer = ask(page(id)).then().statusCode(200).extract().response();

        assertThat(answer.<String>path("title")).contains("<script>alert(1)</script> \"a\" 'b' & ]]>");
        var html = html(answer);
        assertThat(html.body().childrenSize()).isEqualTo(1);
        assertThat(html.body().ownText()).isEmpty();
        assertThat(html.select("script, iframe, img, b, style, [onclick], [onerror], [href^=javascript]"))
                .isEmpty();
        assertThat(html.select("footer").text()).startsWith("— </a></blockquote><img src=x onerror=alert(1)>\"' & ]]>");
        assertThat(html.select("blockquote").text()).contains("</blockquote><script>alert(1)</script>");
    }

    @Test
    void showsAWarningInsteadOfWhatItWarnsOf() {
        var draft = showing(draft("The secret", "public"), picture(40, 20));
        draft.put("contentWarning", "<b>Food</b> & \"more\"");
        var id = posted(draft);

        var answer = ask(page(id)).then().statusCode(200).extract().response();

        assertThat(answer.asString()).doesNotContain("secret", "thumbnail", "mural", "/media/");
        assertThat(answer.<String>path("title")).isEqualTo("<b>Food</b> & \"more\"");
        assertThat(html(answer).select("blockquote > p").text()).isEqualTo("<b>Food</b> & \"more\"");
        assertThat(html(answer).select("footer a").last().attr("href")).isEqualTo(page(id));
    }

    @Test
    void isCalledAfterItsFirstWords() {
        assertThat(ask(page(said(ana, "😀".repeat(101), "public"))).<String>path("title"))
                .isEqualTo("😀".repeat(100) + "…");
        assertThat(ask(page(posted(showing(draft("", "public"), picture(40, 20)))))
                        .<String>path("title"))
                .isEqualTo("Name of Ana");
    }

    @Test
    void showsTheFirstPictureWhereThereIsRoom() {
        var id = posted(showing(draft("Hola", "public"), picture(1920, 960), picture(40, 20)));

        ask(page(id))
                .then()
                .body("thumbnail_url", endsWith("/320.jpg"))
                .body("thumbnail_width", is(320))
                .body("thumbnail_height", is(160));
        ask(page(id), "maxwidth", "320").then().body("width", is(320)).body("thumbnail_width", is(320));
        ask(page(id), "maxwidth", "319").then().body("width", is(319)).body("$", not(hasKey("thumbnail_url")));
        ask(page(id), "maxheight", "159").then().body("width", is(550)).body("$", not(hasKey("thumbnail_url")));
        ask(page(posted(showing(draft("Small", "quiet"), picture(40, 20)))))
                .then()
                .body("thumbnail_width", is(40))
                .body("thumbnail_height", is(20));
        ask(page(posted(showing(draft("Loud", "public"), memo(ana))))).then().body("$", not(hasKey("thumbnail_url")));
    }

    @Test
    void keepsWithinBounds() {
        var id = said(ana, "Hola", "public");

        ask(page(id), "maxwidth", "2147483647").then().statusCode(200).body("width", is(550));
        ask(page(id), "maxwidth", "1").then().statusCode(200).body("width", is(1));
        for (var room : new String[] {"maxwidth", "maxheight"}) {
            ask(page(id), room, "0").then().statusCode(422).body("errors[0].path", is(room));
            ask(page(id), room, "-1").then().statusCode(422);
            assertThat(ask(page(id), room, "wide").statusCode()).isBetween(400, 422);
        }
        anonymous().get("/api/social/oembed").then().statusCode(422).body("type", is("/problems/invalid-input"));
        ask("").then().statusCode(422);
        ask(page(id) + "?" + "x".repeat(2000)).then().statusCode(422);
    }

    @Test
    void isWrittenInJsonAlone() {
        var id = said(ana, "Hola", "public");

        ask(page(id), "format", "json").then().statusCode(200);
        for (var format : new String[] {"xml", "JSON", "yaml"}) {
            ask(page(id), "format", format).then().statusCode(501).body("type", is("/problems/no-such-format"));
        }
    }

    @Test
    void isNotSentAgainUntilItChanges() {
        var id = said(ana, "Hola", "public");
        sql.run("UPDATE social_statuses SET expires_at = now() + interval '1000 seconds'");
        var tag = ask(page(id)).then().extract().header("ETag");

        known(id, tag).then().statusCode(304).header("ETag", tag).header("Cache-Control", "public, max-age=60");
        known(id, "\"x\"").then().statusCode(200);
        for (var change : new String[] {
            "UPDATE social_statuses SET content = '<p>Adiós</p>'",
            "UPDATE social_statuses SET content_warning = 'Food'",
            "UPDATE social_actors SET name = 'Anita'",
        }) {
            sql.run(change);
            var next = known(id, tag).then().statusCode(200).extract().header("ETag");
            assertThat(next).as(change).isNotEqualTo(tag);
            tag = next;
        }
    }

    @Test
    void isKeptNoLongerThanThePostStays() {
        var id = said(ana, "Hola", "public");
        sql.run("UPDATE social_statuses SET expires_at = now() + interval '30 seconds'");

        var answer =
                ask(page(id)).then().body("cache_age", lessThanOrEqualTo(30)).extract();

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=" + answer.path("cache_age"));
    }

    @Test
    void readsIndexesOnly() {
        Crowd.with(sql);

        var plan = Plan.forAnyValues(pool, Embeds.ONE, Tuple.of("one"));

        Crowd.assertUsesIndexes(plan, Embeds.ONE);
        assertThat(plan).doesNotContain("Seq Scan on social_attachments");
    }

    private String page(String id) {
        return PUBLIC_URL + "/p/Ana/" + id;
    }

    private String picture(int width, int height) {
        return upload(ana, "image/png", Pictures.png(width, height))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String posted(Map<String, Object> draft) {
        return post(ana, draft).statusCode(201).extract().path("id");
    }

    private static Response ask(String url) {
        return anonymous().queryParam("url", url).get("/api/social/oembed");
    }

    private static Response ask(String url, String room, String pixels) {
        return anonymous().queryParam("url", url).queryParam(room, pixels).get("/api/social/oembed");
    }

    private Response known(String id, String tag) {
        return anonymous()
                .header("If-None-Match", tag)
                .queryParam("url", page(id))
                .get("/api/social/oembed");
    }

    private static void refused(String url) {
        ask(url).then().statusCode(404).body("type", is("/problems/no-such-status"));
    }

    private static Document html(Response answer) {
        return Jsoup.parse(JsonPath.from(answer.asString()).getString("html"));
    }
}
