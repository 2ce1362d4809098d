package club.panamia.social.instance;

import static club.panamia.testing.Eventually.eventually;

import club.panamia.testing.seed.Person;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody here and somebody there, who follow each other. */
record Correspondents(Instance here, Person ana, Instance there, Person bob) {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** @param mark what their names end in */
    static Correspondents between(Instance here, Instance there, String mark) {
        var both = new Correspondents(here, here.member("Ana" + mark), there, there.member("Bob" + mark));
        follow(here, both.ana, there.handle(both.bob.screenname()));
        follow(there, both.bob, here.handle(both.ana.screenname()));
        eventually("nothing is on its way", SOON, () -> waiting(here) + waiting(there) == 0);
        return both;
    }

    private static void follow(Instance where, Person who, String whom) {
        where.as(who).put("/api/social/actors/{whom}/follow", whom).then().statusCode(200);
        eventually(
                whom + " has accepted",
                SOON,
                () -> where.sql().list(String.class, """
                        SELECT f.status::text FROM social_follows f JOIN social_actors a ON a.id = f.actor_id
                          JOIN social_actors t ON t.id = f.target_actor_id
                         WHERE a.uri = ? AND t.username || '@' || t.domain = ?""", where.uri(who), whom).equals(List.of("accepted")));
    }

    private static long waiting(Instance where) {
        return where.sql().one(Long.class, "SELECT count(*) FROM internal.delivery WHERE state = 'waiting'");
    }

    /** Ana says it; returns the post's id, as others know it. */
    String said(String words) {
        return says(here, ana, words);
    }

    /** Bob says it; returns the post's id, as others know it. */
    String answered(String words) {
        return says(there, bob, words);
    }

    private static String says(Instance where, Person who, String words) {
        return where.as(who)
                .contentType(ContentType.JSON)
                .body(Map.of("content", words, "visibility", "public"))
                .post("/api/social/statuses")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("uri");
    }

    /** What Bob finds on his home timeline of what Ana has said, oldest first. */
    List<String> heard() {
        return home(there, bob, here.uri(ana));
    }

    /** What Ana finds on hers of what Bob has. */
    List<String> heardHere() {
        return home(here, ana, there.uri(bob));
    }

    private static List<String> home(Instance where, Person who, String author) {
        return where.as(who)
                .get("/api/social/timelines/home?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.findAll { it.actor.uri == '%s' }.content".formatted(author))
                .reversed();
    }

    /** What Ana has said and liked, by the ids of the activities and in the order in which it came. */
    List<String> arrived() {
        return there.sql().list(String.class, """
                        SELECT uri FROM internal.inbox_activity WHERE actor_uri = ? AND uri ~ '/ap/(statuses|likes)/'
                         ORDER BY id""", here.uri(ana));
    }

    /** How often it was tried to send the first of what waits; never, where nothing waits. */
    int attempts() {
        return here.sql().one(Integer.class, "SELECT coalesce(max(attempts), 0) FROM internal.delivery");
    }

    /** Until the first of what waits is tried again, by the clock here; everything else waits behind it. */
    Duration untilNextAttempt() {
        var seconds = here.sql().list(Double.class, """
                        SELECT extract(epoch FROM due_at - now())::float8 FROM internal.delivery
                         WHERE state = 'waiting' ORDER BY id LIMIT 1""");
        return seconds.isEmpty()
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(0, Math.round(seconds.getFirst() * 1000)));
    }

    /** As much later is it here, as far as deliveries are concerned. */
    void pass(Duration time) {
        var seconds = time.toMillis() / 1000.0;
        here.sql().run("UPDATE internal.delivery SET due_at = due_at - make_interval(secs => ?)", seconds);
        here.sql()
                .run(
                        "UPDATE internal.peer SET closed_until = closed_until - make_interval(secs => ?),"
                                + " failing_since = failing_since - make_interval(secs => ?)",
                        seconds,
                        seconds);
    }
}
