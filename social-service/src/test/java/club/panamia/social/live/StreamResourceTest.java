package club.panamia.social.live;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said is heard at once by those who find it on their lists, and by nobody else. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class StreamResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String STREAM = "/api/social/timelines/stream";
    private static final Map<String, String> LISTS = Map.of(
            "home", "/api/social/timelines/home",
            "local", "/api/social/timelines/local",
            "direct", "/api/social/messages");

    private final Sql sql = TestDatabase.get().sql();
    private final List<Listening> open = new ArrayList<>();

    @Inject
    Listeners listeners;

    private Person ana;
    private Person ben;

    @BeforeEach
    void twoOfWhomOneFollowsTheOther() {
        ana = joined("Ana");
        ben = joined("Ben");
        follows(ben, ana);
    }

    @AfterEach
    void nobodyListens() {
        open.forEach(Listening::close);
        eventually("nobody listens any more", PATIENCE, () -> listeners.people().length == 0);
    }

    @Test
    void tellsEverybodyWhatIsOnTheirListsAndNothingElse() {
        var people = new LinkedHashMap<Person, Listening>();
        for (var person :
                List.of(ana, ben, joined("Stella"), joined("Bruno"), new Seed().person("Mia"), joined("Rita"))) {
            people.put(person, listen(person, null));
        }
        var persons = List.copyOf(people.keySet());
        blocks(ana, persons.get(3));
        for (var visibility : List.of("public", "quiet", "local", "followers")) {
            said(ana, "Hola @rita", visibility);
        }
        saidTo(ana, "Psst", persons.get(5));
        answered(ben, "Yes", said(ben, "Who?", "public"));
        var last = said(persons.get(2), "The last one", "public");

        eventually(
                "the last one is told",
                PATIENCE,
                () -> people.values().stream()
                        .allMatch(stream -> heard(stream, "local").contains(last)));
        for (var person : persons) {
            for (var list : LISTS.entrySet()) {
                assertThat(heard(people.get(person), list.getKey()))
                        .as("%s hears %s", person.screenname(), list.getKey())
                        .containsExactlyInAnyOrderElementsOf(listed(person, list.getValue()));
            }
        }
    }

    @Test
    void tellsNothingThatTheListenerDoesNotWantToRead() {
        for (var action : List.of("hide", "warn")) {
            sql.run(
                    "INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action)"
                            + " VALUES (?, 'No ' || ?, true, '{home,public,mentions}', ?)",
                    actorId(ben),
                    action,
                    action);
        }
        var bens = listen(ben, null);
        var anas = listen(ana, null);

        said(ana, "No hide", "public");
        saidTo(ana, "No hide", ben);
        var warned = said(ana, "No warn", "followers");
        var last = said(ana, "Hola", "followers");

        eventually(
                "the last one is told",
                PATIENCE,
                () -> heard(anas, "home").contains(last) && heard(bens, "home").contains(last));
        assertThat(heard(anas, "home")).hasSize(3);
        assertThat(bens.ids()).containsExactly(warned, last);
        assertThat(bens.text()).contains("\"phrase\":\"No warn\"");
        assertThat(anas.text()).doesNotContain("\"phrase\"");
    }

    @Test
    void tellsThePostAsTheListShowsIt() {
        var stream = listen(ben, null, "?timeline=home");

        var id = said(ana, "Hola", "public");

        eventually("it is told", PATIENCE, () -> stream.ids().equals(List.of(id)));
        assertThat(stream.text())
                .contains("event:home", "\"id\":\"" + id, "\"content\":\"<p>Hola</p>\"", "\"username\":\"Ana\"")
                .doesNotContain("event:local");
    }

    @Test
    void tellsAfterAPauseWhatWasMissedInOrderAndOnce() {
        var stream = listen(ben, null, "?timeline=home");
        var told = new ArrayList<String>(List.of(said(ana, "0", "public")));
        eventually("the first is told", PATIENCE, () -> stream.ids().equals(told));
        stream.close();
        var expected = new ArrayList<>(told);
        for (var round = 0; round < 4; round++) {
            expected.add(said(ana, "Missed", "followers"));
            said(joined("Stranger" + round), "Not for Ben's home", "public");
            expected.add(said(ana, "Missed, too", "public"));
            var again = listen(ben, told.getLast(), "?timeline=home");
            expected.add(said(ana, "New", "public"));
            eventually("all are told", PATIENCE, () -> again.ids().size() >= 3);
            again.close();
            told.addAll(again.ids());
        }

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void tellsWhatWasPreparedWhenItAppears() {
        var stream = listen(ben, null, "?timeline=home");
        sql.run(
                "INSERT INTO social_statuses (id, uri, actor_id, visibility, content, is_draft, created_at) SELECT 'prepared',"
                        + " 'x', id, 'public', 'Hola', true, now() - interval '1 day' FROM social_actors WHERE username ="
                        + " 'Ana'");
        var first = said(ana, "Before it", "public");
        eventually("the first is told", PATIENCE, () -> stream.ids().equals(List.of(first)));

        sql.run("UPDATE social_statuses SET is_draft = false, published = now() WHERE id = 'prepared'");

        eventually("it is told", PATIENCE, () -> stream.ids().equals(List.of(first, "prepared")));
        var again = listen(ben, first, "?timeline=home");
        eventually("it was missed", PATIENCE, () -> again.ids().equals(List.of("prepared")));
    }

    @Test
    void saysThatTheListsAreToBeReadAnewWhenTooMuchWasMissed() {
        var old = said(ana, "Long ago", "public");
        sql.run("UPDATE social_statuses SET published = now() - interval '1 hour', created_at = now() - interval '1"
                + " hour'");

        var far = listen(ben, old);
        var unknown = listen(ben, "nothing");

        eventually("the lists are to be read anew", PATIENCE, () -> far.text().contains("event:reload"));
        eventually("the same", PATIENCE, () -> unknown.text().contains("event:reload"));
        var id = said(ana, "Hola", "public");
        eventually("it goes on", PATIENCE, () -> heard(far, "home").equals(List.of(id)));
    }

    @Test
    void opensByATicketOnceAndFiveTimesAtMost() {
        sql.run(
                "INSERT INTO internal.stream_ticket (ticket_hash, user_id, expires_at) VALUES (repeat('0', 64), ?, now()"
                        + " + interval '1 minute')",
                ben.id());
        for (var i = 0; i < 5; i++) {
            listen(ben, null);
        }

        as(ben).get(STREAM).then().statusCode(429).body("type", is("/problems/too-many-streams"));
        anonymous()
                .get(STREAM + "?ticket=nonsense")
                .then()
                .statusCode(401)
                .body("type", is("/problems/no-such-ticket"));
    }

    @Test
    void isForMembersWhoSayWhatTheyWant() {
        anonymous().get(STREAM).then().statusCode(401).contentType("application/problem+json");
        as(ben).get(STREAM + "?timeline=federated").then().statusCode(422);
        as(ben).header("Last-Event-ID", "x".repeat(65)).get(STREAM).then().statusCode(422);
        assertThat(listeners.people()).isEmpty();
    }

    private Listening listen(Person person, String last) {
        return listen(person, last, "");
    }

    private Listening listen(Person person, String last, String query) {
        var stream = Listening.to("http://localhost:" + RestAssured.port + STREAM + query, person.sessionToken(), last);
        open.add(stream);
        assertThat(stream.status()).isEqualTo(200);
        return stream;
    }

    private static List<String> heard(Listening stream, String timeline) {
        return Arrays.stream(stream.text().split("\n\n"))
                .filter(event -> event.lines().anyMatch(("event:" + timeline)::equals))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    private static List<String> listed(Person person, String path) {
        return as(person).get(path).then().statusCode(200).extract().jsonPath().getList("items.id", String.class);
    }
}
