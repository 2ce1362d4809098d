package club.panamia.content.archive;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArchiveResourcesTest {

    private static final String FINE = "---\ntitle: %s\narticleType: business_update\n---\n\nText.";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @BeforeEach
    void somebodyWhoWrites() {
        ana = seed.person("ana");
    }

    @Test
    void comesBackByteByByte() {
        Walk.draft(ana, "Año nuevo");
        Walk.draft(ana, "Año nuevo");
        Walk.change(ana, "ano-nuevo", "*", """
            {"content": "# Uno\\n\\n---\\n\\n\\"dos\\" — tres\\n", "tags": ["arte", "miami"], "language": "es",
             "excerpt": "Mine: all of it", "coverImage": "https://example.org/a.jpg", "coverImageAlt": "A mural"}
            """).statusCode(200);
        var before = export(ana);

        sql.run("DELETE FROM articles");
        importAll(ana, before).statusCode(200).body("articles.created", contains(true, true));

        assertThat(export(ana)).isEqualTo(before);
    }

    @Test
    void holdsMarkdownAndJson() {
        Walk.draft(ana, "Hola");

        var entries = entries(export(ana));

        assertThat(entries).containsOnlyKeys("articles/hola.md", "articles.json");
        assertThat(entries.get("articles/hola.md"))
                .startsWith("---\nslug: \"hola\"\ntitle: \"Hola\"\n")
                .endsWith("\n---\n\nA first word.");
        assertThat(entries.get("articles.json")).contains("\"slug\" : \"hola\"", "\"content\" : \"A first word.\"");
    }

    @Test
    void holdsOnesOwnArticlesAlone() {
        Walk.draft(seed.person("ben"), "Secret");

        assertThat(entries(export(ana))).containsOnlyKeys("articles.json");
    }

    @Test
    void goesOnWhereAHundredEnd() {
        sql.run("""
            INSERT INTO articles (slug, title, article_type, author_id)
            SELECT 'a-' || n, 'A title', 'business_update', ? FROM generate_series(1, 101) n
            """, ana.id());

        String next = as(ana).get("/api/articles/export")
                .then()
                .header("X-Next-After", notNullValue())
                .extract()
                .header("X-Next-After");

        var rest = as(ana).get("/api/articles/export?after=" + next).then().header("X-Next-After", nullValue());
        assertThat(entries(rest.extract().asByteArray())).hasSize(2);
    }

    @Test
    void changesNothingASecondTime() {
        var file = zip(Map.of("articles/hola.md", FINE.formatted("Hola")));
        importAll(ana, file)
                .statusCode(200)
                .body("articles[0].created", is(true))
                .body("articles[0].slug", is("hola"));

        importAll(ana, file).statusCode(200).body("articles[0].created", is(false));

        assertThat(articles()).isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.article_revision"))
                .isEqualTo(1);
    }

    @Test
    void beginsEachOnceHoweverOftenTheFileIsSent() {
        var file = zip(Map.of(
                "a/uno.md",
                FINE.formatted("Uno"),
                "b/dos.md",
                FINE.formatted("Dos"),
                "tres.md",
                FINE.formatted("Tres")));

        var answers = Race.of(4, i -> () -> importAll(ana, file).extract().statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(articles()).isEqualTo(3);
    }

    @Test
    void takesAnotherAddressWhereSomebodyHasTheOneInTheFile() {
        Walk.draft(seed.person("ben"), "Hola");
        var file = zip(Map.of("hola.md", FINE.formatted("Hola"), "new.md", FINE.formatted("New")));

        importAll(ana, file)
                .statusCode(200)
                .body("articles.from", contains("hola", "new"))
                .body("articles.slug", contains("hola-1", "new-1"));
        importAll(ana, file)
                .body("articles.created", contains(false, false))
                .body("articles.slug", contains("hola-1", "new-1"));
    }

    @Test
    void keepsAllOrNone() {
        importAll(ana, zip(Map.of("hola.md", FINE.formatted("Hola"), "bad.md", FINE.formatted("x".repeat(201)))))
                .statusCode(422)
                .body("errors[0].path", is("/articles/bad.md/draft.title"));
        importAll(
                        ana,
                        zip(Map.of(
                                "hola.md",
                                FINE.formatted("Hola"),
                                "zz.md",
                                "---\ntitle: Z\narticleType: staff_update\n---\n")))
                .statusCode(403)
                .body("type", is("/problems/staff-only"));

        assertThat(articles()).isZero();
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        importAll(ana, new byte[0]).statusCode(422);
        importAll(ana, "no zip".getBytes(StandardCharsets.UTF_8)).statusCode(422);
        importAll(ana, zip(Map.of("readme.txt", "x"))).statusCode(422);
        importAll(ana, zip(Map.of("hola.md", "x"))).statusCode(422).body("errors[0].path", containsString("hola.md"));
        importAll(ana, zip(Map.of("Año.md", FINE.formatted("x")))).statusCode(422);
        importAll(ana, zip(Map.of("bomb.md", FINE.formatted("x") + "0".repeat(1 << 21))))
                .statusCode(422);
        var many = new LinkedHashMap<String, String>();
        for (var i = 0; i < 101; i++) {
            many.put("a" + i + ".md", FINE.formatted("x"));
        }
        importAll(ana, zip(many)).statusCode(422);
        as(ana).contentType("text/plain")
                .body("x")
                .put("/api/articles/import")
                .then()
                .statusCode(415);
        assertThat(articles()).isZero();
    }

    @Test
    void isForMembers() {
        anonymous().get("/api/articles/export").then().statusCode(401);
        anonymous()
                .contentType("application/zip")
                .body(new byte[1])
                .put("/api/articles/import")
                .then()
                .statusCode(401);
    }

    private long articles() {
        return sql.one(Long.class, "SELECT count(*) FROM articles WHERE author_id = ?", ana.id());
    }

    private static byte[] export(Person person) {
        return as(person)
                .get("/api/articles/export")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse importAll(Person person, byte[] file) {
        return as(person)
                .contentType("application/zip")
                .body(file)
                .put("/api/articles/import")
                .then();
    }

    private static Map<String, String> entries(byte[] file) {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return entries;
    }

    private static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
