package club.panamia.engagement.list.content;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CsvResourceTest {

    private static final String MIXED = """
            kind,target,note
            articles,pan,"Read it, ""soon\"""
            people,nobody,
            cats,tom,
            people,BEN
            people,ben,twice
            people
            people,"ben
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;
    private String list;

    @BeforeEach
    void aPublicListOfAna() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        seed.publishedArticle(ben, "pan");
        list = sql.one(
                String.class,
                "INSERT INTO user_lists (owner_id, name, visibility) VALUES (?, 'Bakers', 'public') RETURNING id",
                ana.id());
    }

    @Test
    void bringsInWhatTheGoodLinesSayAndNamesTheOthers() {
        bringIn(ana, MIXED, "")
                .then()
                .statusCode(200)
                .body("added", is(2))
                .body("dryRun", is(false))
                .body("faults.line", contains(3, 4, 7, 8))
                .body("faults.reason", contains("unknown-target", "unknown-kind", "malformed", "malformed"));

        assertThat(onTheList()).containsExactly("article Read it, \"soon\"", "person ");
        assertThat(sql.list(
                        String.class, "SELECT type FROM internal.event WHERE type = 'engagement.list.people-added'"))
                .hasSize(1);
    }

    @Test
    void changesNothingInADryRunAndSaysWhatWouldCome() {
        bringIn(ana, MIXED, "?dryRun=true")
                .then()
                .statusCode(200)
                .body("added", is(2))
                .body("dryRun", is(true))
                .body("faults.line", contains(3, 4, 7, 8));

        assertThat(onTheList()).isEmpty();
        assertThat(sql.list(String.class, "SELECT id FROM internal.event")).isEmpty();
        bringIn(ana, MIXED, "").then().body("added", is(2));
        bringIn(ana, MIXED, "?dryRun=true").then().body("added", is(0));
        bringIn(ana, MIXED, "").then().body("added", is(0));
    }

    @Test
    void bringsInWhatWasTakenOut() {
        bringIn(ana, "people,ben,=1+1\n", "").then().statusCode(200);
        var file = anonymous().get(path()).then().statusCode(200).extract().asString();
        sql.run("DELETE FROM user_list_members");
        sql.run("UPDATE user_lists SET member_count = 0");

        bringIn(ana, file, "").then().statusCode(200).body("added", is(1)).body("faults", is(empty()));

        assertThat(onTheList()).containsExactly("person =1+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true"})
    void isAllOrNothingWhereTheListWouldBeTooLong(String query) {
        sql.run("""
                WITH p AS (INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'p-' || n
                             FROM generate_series(1, 501) n RETURNING id, screenname)
                INSERT INTO user_list_members (list_id, user_id) SELECT ?, id FROM p WHERE screenname = 'p-501'
                """, list);
        sql.run("UPDATE user_lists SET member_count = 1");

        bringIn(ana, lines(500), query).then().statusCode(409).body("type", is("/problems/list-is-full"));

        assertThat(onTheList()).hasSize(1);
    }

    @Test
    void takesFromOneTo500LinesOfCsv() {
        bringIn(ana, "kind,target,note\r\n", "").then().statusCode(422).body("type", is("/problems/invalid-input"));
        bringIn(ana, lines(501), "").then().statusCode(422);
        bringIn(ana, "x".repeat(500_001), "").then().statusCode(422);
        bringIn(ana, "people,\u0000,", "").then().statusCode(200).body("faults.reason", contains("malformed"));
        bringIn(ana, "people,b," + "x".repeat(281), "").then().body("faults.reason", contains("too-long"));
        as(ana).contentType(ContentType.TEXT).body(MIXED).post(path()).then().statusCode(415);

        assertThat(onTheList()).isEmpty();
    }

    @Test
    void isForTheOwnerOfTheList() {
        anonymous().contentType("text/csv").body(MIXED).post(path()).then().statusCode(401);
        bringIn(ben, MIXED, "?dryRun=true").then().statusCode(403).body("type", is("/problems/not-your-list"));
        sql.run("UPDATE user_lists SET visibility = 'private'");
        bringIn(ben, MIXED, "").then().statusCode(404);
    }

    private Response bringIn(Person by, String file, String query) {
        return as(by).contentType("text/csv; charset=utf-8").body(file).post(path() + query);
    }

    private String path() {
        return "/api/lists/" + list + "/content.csv";
    }

    private List<String> onTheList() {
        return sql.list(String.class, """
                SELECT CASE WHEN user_id IS NULL THEN 'article ' ELSE 'person ' END || coalesce(note, '')
                  FROM user_list_members ORDER BY position
                """);
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "people,p-%d,\n".formatted(n))
                .collect(Collectors.joining());
    }
}
