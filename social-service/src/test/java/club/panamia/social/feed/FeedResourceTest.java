package club.panamia.social.feed;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Documents are read by a parser that knows nothing of who wrote them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FeedResourceTest {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";
    private static final String ANAS = PUBLIC_URL + "/api/social/actors/Ana/feed";

    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @Inject
    Pool pool;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
    }

    @Test
    void isRss() {
        var id = said(ana, "Hola **todos** #Miami #food", "public");
        sql.run("UPDATE social_statuses SET published = '2026-05-04 10:00Z', edited_at = '2026-05-14 11:00Z'");
        sql.run("UPDATE social_actors SET icon_url = 'https://panamia.example/a.jpg'");

        var answer = feed("ana");
        answer.then()
                .statusCode(200)
                .contentType("application/rss+xml; charset=utf-8")
                .header("Cache-Control", "public, max-age=60");
        var rss = xml(answer);

        assertThat(rss.getDocumentElement().getTagName()).isEqualTo("rss");
        assertThat(rss.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        assertThat(texts(rss, "title")).containsExactly("Name of Ana (@Ana@localhost)", "Name of Ana (@Ana@localhost)");
        assertThat(texts(rss, "url")).containsExactly("https://panamia.example/a.jpg");
        assertThat(texts(rss, "lastBuildDate")).containsExactly("Thu, 14 May 2026 11:00:00 GMT");
        assertThat(one(rss, ATOM, "link").getAttribute("href")).isEqualTo(ANAS);
        assertThat(one(rss, ATOM, "link").getAttribute("rel")).isEqualTo("self");
        assertThat(texts(rss, "link"))
                .containsExactly(PUBLIC_URL + "/p/Ana", PUBLIC_URL + "/p/Ana", PUBLIC_URL + "/p/Ana/" + id);
        assertThat(texts(rss, "guid")).containsExactly(PUBLIC_URL + "/ap/statuses/" + id);
        assertThat(texts(rss, "pubDate")).containsExactly("Mon, 4 May 2026 10:00:00 GMT");
        assertThat(texts(rss, "category")).containsExactly("miami", "food");
        assertThat(one(rss, DC, "creator").getTextContent()).isEqualTo("Name of Ana");
        assertThat(texts(rss, "description").getLast()).contains("<strong>todos</strong>");
    }

    @Test
    void isEmptyOfWhoHasSaidNothing() {
        var rss = xml(feed("ana"));

        assertThat(texts(rss, "item")).isEmpty();
        assertThat(texts(rss, "lastBuildDate")).isEmpty();
        assertThat(texts(rss, "link")).containsExactly(PUBLIC_URL + "/p/Ana");
    }

    @Test
    void showsFiles() {
        var draft = showing(draft("Hola", "public"), picture(ana), memo(ana));
        post(ana, draft).statusCode(201);
        sql.run("UPDATE social_attachments SET description = '\"A\" <mural> & ]]>' WHERE type = 'image'");

        var rss = xml(feed("ana"));

        var files = rss.getElementsByTagNameNS(MEDIA, "content");
        assertThat(files.getLength()).isEqualTo(2);
        var picture = (Element) files.item(0);
        assertThat(picture.getAttribute("url")).startsWith(PUBLIC_URL + "/media/social/");
        assertThat(picture.getAttribute("type")).isEqualTo("image/jpeg");
        assertThat(picture.getAttribute("medium")).isEqualTo("image");
        assertThat(picture.getAttribute("width")).isEqualTo("40");
        assertThat(picture.getAttribute("height")).isEqualTo("20");
        assertThat(picture.hasAttribute("fileSize")).isFalse();
        assertThat(picture.getTextContent()).isEqualTo("\"A\" <mural> & ]]>");
        var memo = (Element) files.item(1);
        assertThat(memo.getAttribute("medium")).isEqualTo("audio");
        assertThat(memo.getAttribute("duration")).isEqualTo("1");
        var enclosure = (Element) rss.getElementsByTagName("enclosure").item(0);
        assertThat(rss.getElementsByTagName("enclosure").getLength()).isEqualTo(1);
        assertThat(enclosure.getAttribute("url")).isEqualTo(memo.getAttribute("url"));
        assertThat(enclosure.getAttribute("type")).isEqualTo("audio/wav");
        var file = anonymous().get(enclosure.getAttribute("url").substring(PUBLIC_URL.length()));
        assertThat(enclosure.getAttribute("length")).isEqualTo(String.valueOf(file.asByteArray().length));
        assertThat(memo.getAttribute("fileSize")).isEqualTo(enclosure.getAttribute("length"));
    }

    @Test
    void showsAWarningInsteadOfWhatItWarnsOf() {
        var draft = showing(draft("The secret #hidden", "public"), picture(ana));
        draft.put("contentWarning", "<b>Food</b> & \"more\"");
        post(ana, draft).statusCode(201);

        var answer = feed("ana");

        assertThat(answer.asString()).doesNotContain("secret", "hidden", "media:content", "mural");
        var described = texts(xml(answer), "description").getLast();
        assertThat(Jsoup.parse(described).select("b")).isEmpty();
        assertThat(Jsoup.parse(described).text()).isEqualTo("<b>Food</b> & \"more\"");
    }

    @Test
    void staysWellFormedWhateverSomebodySays() {
        said(ana, "<script>alert(1)</script> \"a\" 'b' & ]]> </description> [x](javascript:alert(1)) 😀", "public");
        sql.run("UPDATE social_statuses SET content = content || chr(1) || chr(65534)");
        sql.run("UPDATE social_actors SET name = '</title><item> & \"x\" ]]>' || chr(1)");

        var rss = xml(feed("ana"));

        assertThat(texts(rss, "item")).hasSize(1);
        assertThat(texts(rss, "title").getFirst()).isEqualTo("</title><item> & \"x\" ]]> (@Ana@localhost)");
        var described = Jsoup.parse(texts(rss, "description").getLast());
        assertThat(described.select("script, [href^=javascript]")).isEmpty();
        assertThat(described.text()).contains("<script>alert(1)</script> \"a\" 'b' & ]]> </description>", "😀");
    }

    @Test
    void holdsWhatSomebodyBeganThemselvesForEverybody() {
        var ben = joined("Ben");
        var shown = said(ana, "Hola", "public");
        for (var visibility : List.of("quiet", "local", "followers")) {
            said(ana, "Psst", visibility);
        }
        saidTo(ana, "Psst", ben);
        answered(ana, "And this", shown);
        var bens = said(ben, "Of Ben", "public");
        answered(ana, "An answer", bens);
        as(ana).put("/api/social/statuses/" + bens + "/boost").then().statusCode(204);

        assertThat(texts(xml(feed("ana")), "guid")).containsExactly(PUBLIC_URL + "/ap/statuses/" + shown);
        assertThat(texts(xml(as(ana).get("/api/social/actors/ana/feed")), "guid"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE social_statuses SET is_draft = true, published = NULL",
                "UPDATE social_statuses SET expires_at = now() - interval '1 second'",
                "UPDATE social_statuses SET in_reply_to_uri = 'https://elsewhere.example/1'",
                "DELETE FROM social_statuses",
            })
    void leavesOutTheRest(String change) {
        said(ana, "Hola", "public");
        var tag = feed("ana").header("ETag");
        sql.run(change);

        assertThat(texts(xml(known("ana", tag)), "guid")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE social_actors SET standing = 'suspended', decided_standing = 'suspended'",
                "UPDATE social_actors SET standing = 'limited', decided_standing = 'limited'",
                "UPDATE users SET locked_at = now()",
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET social_eligible = false",
                "DELETE FROM social_actors",
                "UPDATE social_actors SET profile_id = NULL, fetched_at = now()",
            })
    void isNotThereOfWhoMayNotBeSeenByEverybody(String change) {
        said(ana, "Hola", "public");
        var tag = feed("ana").header("ETag");
        sql.run(change);

        known("ana", tag).then().statusCode(404).body("type", is("/problems/no-such-actor"));
        as(ana).get("/api/social/actors/ana/feed").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "ana@elsewhere.example", "%25", "a%27b", "%F0%9F%98%80"})
    void knowsNobodyElse(String username) {
        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/social/actors/" + username + "/feed")
                .then()
                .statusCode(404);
    }

    @Test
    void isThereHoweverTheNameIsSpelled() {
        for (var name : List.of("Ana", "ANA", "ana@localhost", "@ana@LOCALHOST")) {
            assertThat(one(xml(feed(name)), ATOM, "link").getAttribute("href"))
                    .as(name)
                    .isEqualTo(ANAS);
        }
    }

    @Test
    void leadsFromAFormerNameToTheNameOfToday() {
        sql.run("UPDATE users SET screenname = 'Anita'");
        sql.run("UPDATE social_actors SET username = 'Anita'");

        feed("ana").then().statusCode(301).header("Location", PUBLIC_URL + "/api/social/actors/Anita/feed");
        feed("anita").then().statusCode(200);
        sql.run("UPDATE social_actors SET standing = 'limited', decided_standing = 'limited'");
        feed("ana").then().statusCode(404);
    }

    @Test
    void holdsTheNewestTwenty() {
        sql.run("""
                INSERT INTO social_statuses (id, uri, actor_id, visibility, content, published)
                SELECT 'post' || n, 'uri' || n, ?, 'public', 'Hola', '2026-05-01 10:00Z'::timestamptz + n / 2 * interval '1 day'
                  FROM generate_series(10, 40) n
                """, actorId(ana));

        assertThat(texts(xml(feed("ana")), "guid"))
                .isEqualTo(
                        IntStream.range(0, 20).mapToObj(n -> "uri" + (40 - n)).toList());
    }

    @Test
    void isNotSentAgainUntilItChanges() {
        said(ana, "Hola", "public");
        var tag = feed("ana").header("ETag");

        known("ana", tag).then().statusCode(304).header("ETag", tag).header("Cache-Control", "public, max-age=60");
        known("ana", "W/" + tag + ", \"x\"").then().statusCode(304);
        known("ana", "\"x\"").then().statusCode(200);
        for (var change : List.of(
                "UPDATE social_statuses SET content = '<p>Adiós</p>'",
                "UPDATE social_statuses SET content_warning = 'Food'",
                "UPDATE social_actors SET name = 'Anita'",
                "DELETE FROM social_statuses")) {
            sql.run(change);
            var next = known("ana", tag).then().statusCode(200).extract().header("ETag");
            assertThat(next).as(change).isNotEqualTo(tag);
            tag = next;
        }
    }

    @Test
    void readsIndexesOnly() {
        Crowd.with(sql);
        var values = Tuple.of("person-9@localhost", "localhost");

        for (var plan : List.of(Plan.of(pool, Feeds.NEWEST, values), Plan.forAnyValues(pool, Feeds.NEWEST, values))) {
            Crowd.assertUsesIndexes(plan, Feeds.NEWEST);
            assertThat(plan).doesNotContain("Seq Scan on social_attachments", "Seq Scan on screenname_history");
        }
    }

    private static Response feed(String username) {
        return anonymous().redirects().follow(false).get("/api/social/actors/{username}/feed", username);
    }

    private static Response known(String username, String tag) {
        return anonymous().header("If-None-Match", tag).get("/api/social/actors/{username}/feed", username);
    }

    private static Document xml(Response answer) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            answer.then().statusCode(200);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    private static Element one(Document document, String namespace, String element) {
        return (Element) document.getElementsByTagNameNS(namespace, element).item(0);
    }

    private static List<String> texts(Document document, String element) {
        var nodes = document.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
