package club.panamia.content.drafting;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArticlesResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void beginsADraft() {
        var ana = seed.person("ana");
        var parent = seed.publishedArticle(seed.person("bob"), "first");

        create(
                        ana,
                        Map.of(
                                "title", " Año Nuevo en Miami ",
                                "articleType", "community_commentary",
                                "content", "Una **casa** en la Ocho.",
                                "tags", List.of("Food", " food ", "Eighth Street"),
                                "coverImage", "https://example.org/a.jpg?x=1",
                                "coverImageAlt", "A street",
                                "ccLicense", "cc-0",
                                "language", "es",
                                "inReplyTo", parent))
                .statusCode(201)
                .header("Location", endsWith("/api/articles/ano-nuevo-en-miami"))
                .body("slug", is("ano-nuevo-en-miami"))
                .body("title", is("Año Nuevo en Miami"))
                .body("status", is("draft"))
                .body("excerpt", is("Una casa en la Ocho."))
                .body("tags", contains("food", "eighth street"))
                .body("ccLicense", is("cc-0"))
                .body("readingTime", is(1));

        var row = sql.rows("SELECT * FROM articles WHERE slug = 'ano-nuevo-en-miami'")
                .getFirst();
        assertThat(row)
                .containsEntry("author_id", ana.id())
                .containsEntry("content", "Una **casa** en la Ocho.")
                .containsEntry("language", "es")
                .containsEntry("in_reply_to", parent)
                .containsEntry("cover_image", "https://example.org/a.jpg?x=1");
        assertThat(String.valueOf(row.get("co_authors"))).isEqualTo("[]");
        assertThat(row.get("published_at")).isNull();
        as(ana).get("/api/articles/ano-nuevo-en-miami").then().statusCode(200).body("inReplyTo.slug", is("first"));
        anonymous().get("/api/articles/ano-nuevo-en-miami").then().statusCode(404);
    }

    @Test
    void findsAnAddressOfItsOwn() {
        var ana = seed.person("ana");

        assertThat(Stream.of("Hola", "Hola!", "Hola 1", "hola", "Mine", "mine", "x".repeat(100), "x".repeat(101))
                        .map(title -> slug(create(ana, titled(title)))))
                .containsExactly(
                        "hola",
                        "hola-1",
                        "hola-1-1",
                        "hola-2",
                        "mine-1",
                        "mine-2",
                        "x".repeat(100),
                        "x".repeat(98) + "-1");
    }

    @Test
    void givesEveryoneAnAddressWhoWritesTheSameAtOnce() {
        var ana = seed.person("ana");

        var slugs = Race.of(20, i -> () -> slug(create(ana, titled(i % 2 == 0 ? "Carnaval" : "Carnaval 1"))));

        assertThat(slugs).doesNotHaveDuplicates().hasSize(20);
        assertThat(sql.list(String.class, "SELECT slug FROM articles")).containsExactlyInAnyOrderElementsOf(slugs);
    }

    @Test
    void doesItOnceForOneKey() {
        var ana = seed.person("ana");

        var slugs = IntStream.range(0, 2)
                .mapToObj(i -> as(ana).header("Idempotency-Key", "k-1")
                        .contentType(ContentType.JSON)
                        .body(titled("Hola"))
                        .post("/api/articles")
                        .then())
                .map(ArticlesResourceTest::slug)
                .toList();

        assertThat(slugs).containsExactly("hola", "hola");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM articles")).isEqualTo(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("/title", Map.of("title", "  ")),
                Arguments.of("/title", Map.of("title", "x".repeat(201))),
                Arguments.of("/articleType", Map.of("articleType", "gossip")),
                Arguments.of("/content", Map.of("content", "x".repeat(200_001))),
                Arguments.of("/excerpt", Map.of("excerpt", "x".repeat(501))),
                Arguments.of("/tags", Map.of("tags", List.of("a", "b", "c", "d", "e", "f"))),
                Arguments.of("/coverImage", Map.of("coverImage", "javascript:alert(1)")),
                Arguments.of("/coverImage", Map.of("coverImage", "http://example.org/a.jpg")),
                Arguments.of("/coverImage", Map.of("coverImage", "https://example.org/" + "x".repeat(2048))),
                Arguments.of("/language", Map.of("language", "Spanish")),
                Arguments.of("/language", Map.of("language", "es" + "-ab".repeat(100_000))),
                Arguments.of("/ccLicense", Map.of("ccLicense", "mit")),
                Arguments.of("/inReplyTo", Map.of("inReplyTo", "nothing")),
                Arguments.of("/status", Map.of("status", "published")),
                Arguments.of("/authorId", Map.of("authorId", "somebody")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesWhatCannotBe(String path, Map<String, Object> fault) {
        var draft = new java.util.HashMap<String, Object>(titled("Hola"));
        draft.putAll(fault);

        create(seed.person("ana"), draft).statusCode(422).body("errors.path", hasItem(path));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM articles")).isZero();
    }

    @Test
    void refusesALongTag() {
        create(
                        seed.person("ana"),
                        Map.of("title", "Hola", "articleType", "business_update", "tags", List.of("x".repeat(31))))
                .statusCode(422)
                .body("type", is("/problems/invalid-input"));
    }

    @Test
    void refusesAnAnswerToADraft() {
        var ana = seed.person("ana");
        var draft = seed.draftArticle(ana, "not-yet");

        create(ana, Map.of("title", "Hola", "articleType", "business_update", "inReplyTo", draft))
                .statusCode(422)
                .body("errors[0].path", is("/inReplyTo"));
    }

    @Test
    void refusesAStaffUpdateByAMember() {
        create(seed.person("ana"), Map.of("title", "Hola", "articleType", "staff_update"))
                .statusCode(403)
                .body("type", is("/problems/staff-only"));
        create(seed.admin("ada"), Map.of("title", "Hola", "articleType", "staff_update"))
                .statusCode(201);
    }

    @Test
    void refusesAnAuthorWithoutAName() {
        var ana = seed.person("ana");
        sql.run("UPDATE users SET screenname = NULL WHERE id = ?", ana.id());

        create(ana, titled("Hola")).statusCode(403).body("type", is("/problems/screenname-required"));
    }

    @ParameterizedTest
    @CsvSource({"'{\"title\": ',400", "'[]',400", "'',422"})
    void refusesWhatIsNoDraft(String body, int status) {
        as(seed.person("ana"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/articles")
                .then()
                .statusCode(status);
    }

    @Test
    void refusesStrangers() {
        anonymous()
                .contentType(ContentType.JSON)
                .body(titled("Hola"))
                .post("/api/articles")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse create(Person author, Map<String, ?> draft) {
        return as(author)
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/articles")
                .then();
    }

    private static String slug(ValidatableResponse created) {
        return created.statusCode(201).extract().path("slug");
    }

    private static Map<String, Object> titled(String title) {
        return Map.of("title", title, "articleType", "business_update");
    }
}
