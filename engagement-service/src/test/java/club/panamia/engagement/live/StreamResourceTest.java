package club.panamia.engagement.live;

import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class StreamResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String STREAM = "/api/notifications/stream";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final List<Listening> open = new ArrayList<>();

    @Inject
    EventPump pump;

    @Inject
    Listeners listeners;

    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
    }

    @AfterEach
    void nobodyListens() {
        open.forEach(Listening::close);
        eventually("nobody listens any more", PATIENCE, () -> listeners.people().length == 0);
    }

    @Test
    void tellsAtOnceWhatIsMineAndNothingElse() {
        var stream = listen(ana, null);
        tell(seed.person("Ben"));
        tell(ana);

        eventually("it is told", PATIENCE, () -> stream.ids().size() == 1);
        assertThat(stream.ids()).isEqualTo(mine());
        assertThat(stream.text())
                .contains(
                        "event:notification",
                        "\"displayMessage\":\"A further way to sign in was linked to your account\"")
                .doesNotContain("@");
    }

    @Test
    void tellsAfterAPauseWhatWasMissedInOrderAndOnce() {
        var stream = listen(ana, null);
        tell(ana);
        eventually("the first is told", PATIENCE, () -> stream.ids().size() == 1);
        stream.close();
        tell(ana);
        tell(ana);

        var again = listen(ana, stream.ids().getLast());
        eventually("the missed ones are told", PATIENCE, () -> again.ids().size() == 2);
        tell(ana);
        eventually("the new one is told", PATIENCE, () -> again.ids().size() == 3);

        var told = new ArrayList<>(stream.ids());
        told.addAll(again.ids());
        assertThat(told).isEqualTo(mine()).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void losesAndRepeatsNothingHoweverOftenTheClientComesAgain() {
        var told = new ArrayList<String>();
        tell(ana);
        told.addAll(mine());
        for (var round = 0; round < 5; round++) {
            tell(ana);
            var stream = listen(ana, told.getLast());
            tell(ana);
            var expected = 2;
            eventually("both are told", PATIENCE, () -> stream.ids().size() >= expected);
            stream.close();
            told.addAll(stream.ids());
        }

        assertThat(told).isEqualTo(mine()).hasSize(11);
    }

    @Test
    void saysThatTheListIsToBeReadAnewWhenTooMuchWasMissed() {
        sql.run("""
                INSERT INTO notifications (type, context, target, dedupe_key)
                SELECT 'Update', 'system', ?, n::text FROM generate_series(1, 102) n
                """, ana.id());
        var first = sql.one(String.class, "SELECT min(id) FROM notifications");
        var second = sql.one(String.class, "SELECT min(id) FROM notifications WHERE id > ?", first);

        var far = listen(ana, first);
        var near = listen(ana, second);

        eventually("the list is to be read anew", PATIENCE, () -> far.text().contains("event:reload"));
        eventually("a hundred are told", PATIENCE, () -> near.ids().size() == 100);
        assertThat(near.text()).doesNotContain("event:reload");
    }

    @Test
    void beginsAtOnceAndSaysWhenToComeAgain() {
        var stream = listen(ana, null);

        eventually("it begins", PATIENCE, () -> stream.text().contains("\n\n"));
        assertThat(stream.text()).contains("welcome").containsPattern("retry: ?[1-4][0-9]{3}\n");
    }

    @Test
    void opensFiveTimesAtMost() {
        for (var i = 0; i < 5; i++) {
            listen(ana, null);
        }

        as(ana).get(STREAM).then().statusCode(429).body("type", is("/problems/too-many-streams"));

        open.removeFirst().close();
        eventually("there is room again", PATIENCE, () -> {
            var one = Listening.to(url(), ana.sessionToken(), null);
            open.add(one);
            return one.status() == 200;
        });
    }

    @Test
    void saysHowMuchThereIsToReadAtFirstAndWheneverItChanges() {
        tell(ana);
        var stream = listen(ana, null);
        eventually("it is said", PATIENCE, () -> stream.text().contains("\"count\":1"));
        tell(ana);
        eventually("it is said again", PATIENCE, () -> stream.text().contains("\"count\":2"));

        as(ana).post("/api/notifications/" + mine().getFirst() + "/read").then().statusCode(204);
        as(ana).contentType(JSON)
                .body("{}")
                .post("/api/notifications/mark-all-read")
                .then()
                .statusCode(200);

        eventually("nothing is left", PATIENCE, () -> stream.text().contains("\"count\":0"));
        assertThat(stream.text()).contains("event:unread").contains("\"contexts\":{\"system\":2}");
    }

    @Test
    void tellsWhatWasMissedAlsoToThoseWhoHadHeardNothingYet() {
        var stream = listen(ana, null);
        eventually("it begins", PATIENCE, () -> stream.text().contains("welcome"));
        stream.close();
        tell(ana);

        var again = listen(
                ana,
                stream.text()
                        .lines()
                        .filter(line -> line.startsWith("id:"))
                        .findFirst()
                        .orElseThrow()
                        .substring(3)
                        .strip());

        eventually("it is told", PATIENCE, () -> again.ids().equals(mine()));
    }

    @Test
    void isForMembers() {
        anonymous().get(STREAM).then().statusCode(401).contentType("application/problem+json");
        as(ana).header("Last-Event-ID", "x".repeat(65)).get(STREAM).then().statusCode(422);
    }

    private Listening listen(Person person, String last) {
        var before = listeners.people().length;
        var stream = Listening.to(url(), person.sessionToken(), last);
        open.add(stream);
        assertThat(stream.status()).isEqualTo(200);
        assertThat(listeners.people().length).isGreaterThanOrEqualTo(before);
        return stream;
    }

    private static String url() {
        return "http://localhost:" + RestAssured.port + STREAM;
    }

    private void tell(Person person) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES ('auth.account.linked', jsonb_build_object('userId', ?::text))",
                person.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
    }

    private List<String> mine() {
        return sql.list(
                String.class, "SELECT id FROM notifications WHERE target = ? ORDER BY created_at, id", ana.id());
    }
}
