package club.panamia.content.feed;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.content.Library;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Documents are read by parsers that know nothing of who wrote them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FeedResourceTest {

    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private String id;

    @BeforeEach
    void anArticleOfTwo() {
        ana = seed.person("ana");
        id = seed.publishedArticle(ana, "hola");
        Library.coAuthor("hola", seed.person("ben"), "accepted");
        Library.coAuthor("hola", seed.person("eva"), "pending");
        sql.run("""
                UPDATE articles
                   SET title = 'Año & <Nuevo>', content = '**Hola** <script>x</script> ' || chr(1) || ' ]]> [a](/a/b)',
                       excerpt = 'Hola & adiós', tags = '{food,art}', language = 'es', cover_image = 'https://a.example/b.jpg',
                       published_at = '2026-05-04 10:00Z'
                """);
        seed.draftArticle(ana, "secret");
    }

    @Test
    void isRss() {
        var rss = xml(feed("rss").contentType("application/rss+xml; charset=utf-8"));

        assertThat(rss.getDocumentElement().getTagName()).isEqualTo("rss");
        assertThat(rss.getElementsByTagName("item").getLength()).isEqualTo(1);
        assertThat(text(rss, "title", 1)).isEqualTo("Año & <Nuevo>");
        assertThat(text(rss, "description", 1)).isEqualTo("Hola & adiós");
        assertThat(text(rss, "link", 1)).isEqualTo("http://localhost:8080/a/hola");
        assertThat(text(rss, "guid", 0)).isEqualTo("tag:localhost,2026:" + id);
        assertThat(text(rss, "pubDate", 0)).isEqualTo("Mon, 04 May 2026 10:00:00 GMT");
        assertThat(rss.getElementsByTagNameNS(CONTENT, "encoded").item(0).getTextContent())
                .contains("<strong>Hola</strong>", "href=\"http://localhost:8080/a/b\"")
                .doesNotContain("<script");
        assertThat(texts(rss, DC, "creator")).containsExactly("ana", "ben");
        assertThat(rss.getElementsByTagName("category").getLength()).isEqualTo(2);
        assertThat(rss.getElementsByTagNameNS(ATOM, "link")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("href")
                        .getNodeValue())
                .isEqualTo("http://localhost:8080/feeds/rss");
    }

    @Test
    void isAtom() {
        var atom = xml(feed("atom").contentType("application/atom+xml; charset=utf-8"));

        assertThat(atom.getDocumentElement().getNamespaceURI()).isEqualTo(ATOM);
        assertThat(texts(atom, ATOM, "id"))
                .containsExactly("http://localhost:8080/feeds/atom", "tag:localhost,2026:" + id);
        assertThat(texts(atom, ATOM, "name")).containsExactly("ana", "ben");
        assertThat(texts(atom, ATOM, "published")).containsExactly("2026-05-04T10:00:00Z");
        assertThat(texts(atom, ATOM, "title")).contains("Año & <Nuevo>");
        assertThat(texts(atom, ATOM, "content").getFirst()).contains("<strong>Hola</strong>");
        assertThat(atom.getElementsByTagNameNS(ATOM, "link").getLength()).isEqualTo(4);
    }

    @Test
    void isJson() {
        feed("json")
                .contentType("application/feed+json; charset=utf-8")
                .body("version", is("https://jsonfeed.org/version/1.1"))
                .body("feed_url", is("http://localhost:8080/feeds/json"))
                .body("home_page_url", is("http://localhost:8080/a"))
                .body("items.id", contains("tag:localhost,2026:" + id))
                .body("items[0].url", is("http://localhost:8080/a/hola"))
                .body("items[0].authors.name", contains("ana", "ben"))
                .body("items[0].tags", contains("food", "art"))
                .body("items[0].language", is("es"))
                .body("items[0].image", is("https://a.example/b.jpg"))
                .body("items[0].date_published", is("2026-05-04T10:00:00Z"))
                .body("items[0].content_html", startsWith("<p><strong>Hola</strong>"));
    }

    @ParameterizedTest
    @CsvSource({
        "/tag/Food,1",
        "/tag/none,0",
        "/author/ANA,1",
        "/author/ben,1",
        "/author/eva,0",
        "/type/community_commentary,1",
        "/type/staff_update,0",
        "/language/es,1",
        "/language/en,0",
    })
    void holdsWhatIsAskedFor(String selection, int items) {
        feed("json" + selection).body("items.size()", is(items));
    }

    @Test
    void holdsRegionsOfALanguage() {
        sql.run("UPDATE articles SET language = 'es-CU' WHERE slug = 'hola'");

        feed("json/language/es").body("items.size()", is(1));
        feed("json/language/es-MX").body("items.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "rss/author/nobody", "rss/type/gossip", "rss/language/Spanish-", "rss/series/a"})
    void isNotFoundWhereThereIsNone(String path) {
        anonymous().get("/feeds/" + path).then().statusCode(404).body("type", is("/problems/not-found"));
    }

    @Test
    void holdsTheNewestFifty() {
        sql.run("""
                INSERT INTO articles (slug, title, article_type, author_id, status, published_at)
                SELECT 'a-' || n, 'A', 'business_update', ?, 'published', '2026-06-01 10:00Z'::timestamptz + n * interval '1 day'
                  FROM generate_series(1, 60) n
                """, ana.id());

        feed("json")
                .body(
                        "items.url",
                        equalTo(IntStream.range(0, 50)
                                .mapToObj(i -> "http://localhost:8080/a/a-" + (60 - i))
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom", "json", "json/tag/food", "json/author/ana"})
    void isNotSentAgainUntilItChanges(String path) {
        var first = feed(path).extract();
        var tag = first.header("ETag");
        var date = first.header("Last-Modified");

        known(path, "If-None-Match", tag).statusCode(304).header("ETag", tag);
        known(path, "If-None-Match", "W/" + tag + ", \"x\"").statusCode(304);
        known(path, "If-Modified-Since", date).statusCode(304);
        known(path, "If-None-Match", "\"x\"").statusCode(200);
        known(path, "If-Modified-Since", "Mon, 04 May 2020 10:00:00 GMT").statusCode(200);
        known(path, "If-Modified-Since", "yesterday").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE articles SET title = 'Other' WHERE slug = 'hola'",
                "UPDATE users SET screenname = 'anita' WHERE screenname = 'ana'",
                "UPDATE users SET screenname = 'benito' WHERE screenname = 'ben'",
                "UPDATE articles SET status = 'draft' WHERE slug = 'hola'",
            })
    void isSentAgainOnceItChanges(String change) {
        var tag = feed("rss").extract().header("ETag");

        sql.run(change);

        known("rss", "If-None-Match", tag).statusCode(200);
    }

    @Test
    void namesFormerMembersAsTheyWished() {
        sql.run("UPDATE articles SET author_id = NULL WHERE slug = 'hola'");
        feed("json").body("items[0].authors.name", contains("Former Member", "ben"));

        sql.run("UPDATE articles SET credited_as = 'Ana P.' WHERE slug = 'hola'");
        feed("json").body("items[0].authors.name", contains("Ana P.", "ben"));
    }

    @Test
    void isListedForEveryPage() {
        anonymous()
                .get("/feeds")
                .then()
                .statusCode(200)
                .body("size()", is(12))
                .body("href", hasItem("http://localhost:8080/feeds/rss"))
                .body("href", hasItem("http://localhost:8080/feeds/json/type/staff_update"))
                .body("type", hasItem("application/atom+xml"));
    }

    private static ValidatableResponse feed(String path) {
        return anonymous().get("/feeds/" + path).then().statusCode(200).header("Cache-Control", "public, max-age=3600");
    }

    private static ValidatableResponse known(String path, String header, String value) {
        return anonymous().header(header, value).get("/feeds/" + path).then();
    }

    private static Document xml(ValidatableResponse answer) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var body = answer.extract().asString().getBytes(StandardCharsets.UTF_8);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    private static String text(Document document, String element, int index) {
        return document.getElementsByTagName(element).item(index).getTextContent();
    }

    private static List<String> texts(Document document, String namespace, String element) {
        var nodes = document.getElementsByTagNameNS(namespace, element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
