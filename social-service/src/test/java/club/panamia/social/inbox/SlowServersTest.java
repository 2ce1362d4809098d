package club.panamia.social.inbox;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that must be asked because of what they send, and do not answer. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SlowServersTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Sql sql = TestDatabase.get().sql();
    private final Peer quick = new Peer();
    private final List<Peer> slow =
            new ArrayList<>(Stream.generate(Peer::new).limit(5).toList());
    private String ana;

    @Inject
    InboxOfTests inbox;

    @BeforeEach
    void everybodyIsKnown() {
        ana = Callers.PUBLIC_URL + "/ap/actors/" + actorId(joined("Ana"));
        slow.stream().flatMap(SlowServersTest::actors).forEach(actor -> send(actor, "Like", ana));
        send(quick.actor("Ben"), "Like", ana);
        inbox.drain();
    }

    @AfterEach
    void close() {
        slow.forEach(Peer::close);
        quick.close();
    }

    private static Stream<String> actors(Peer peer) {
        return IntStream.range(0, 6).mapToObj(n -> peer.actor("Slow" + n));
    }

    private static void send(String actor, String type, String object) {
        var activity = new JsonObject()
                .put("id", actor + "/activities/" + UUID.randomUUID())
                .put("type", type)
                .put("actor", actor)
                .put("object", object);
        Peer.send(actor, "/ap/inbox", activity).statusCode(202);
    }

    private long followers() {
        return sql.one(Long.class, "SELECT count(*) FROM social_follows WHERE status = 'accepted'");
    }

    private long waiting() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.inbox_activity WHERE state = 'waiting'");
    }

    private static int asked(Peer peer) {
        return peer.asked("GET", "/users/").size();
    }

    @Test
    void delayNobodyElse() {
        var before = slow.stream().mapToInt(SlowServersTest::asked).toArray();
        slow.forEach(Peer::holdsBack);
        slow.stream().flatMap(SlowServersTest::actors).forEach(actor -> send(actor, "Update", actor));
        send(quick.actor("Ben"), "Follow", ana);

        var first = inbox.begin();
        eventually("Ben follows her", AT_ONCE, () -> followers() == 1);
        send(quick.actor("Eve"), "Follow", ana);
        var second = inbox.begin();
        eventually("Eve follows her, too", AT_ONCE, () -> followers() == 2);
        var underway = IntStream.range(0, slow.size())
                .map(n -> asked(slow.get(n)) - before[n])
                .toArray();
        assertThat(first).isNotDone();
        assertThat(IntStream.of(underway).max().orElseThrow()).isLessThanOrEqualTo(4);
        assertThat(IntStream.of(underway).sum()).isBetween(1, 16);

        slow.forEach(Peer::goesOn);
        CompletableFuture.allOf(first, second).orTimeout(30, TimeUnit.SECONDS).join();
        eventually("everything has had its effect", SOON, () -> {
            inbox.drain();
            return waiting() == 0;
        });
        assertThat(sql.list(String.class, "SELECT DISTINCT state FROM internal.inbox_activity"))
                .containsExactly("done");
    }

    @Test
    void keepWhatTheirPeopleDidInItsOrder() {
        var actor = slow.getFirst().actor("Slow0");
        slow.getFirst().holdsBack();
        send(actor, "Update", actor);
        send(actor, "Follow", ana);

        var round = inbox.begin();
        eventually("they are asked", AT_ONCE, () -> waiting() == 2 && !round.isDone());
        inbox.begin().join();
        assertThat(followers()).isZero();

        slow.getFirst().goesOn();
        round.orTimeout(30, TimeUnit.SECONDS).join();
        eventually("then they follow", SOON, () -> {
            inbox.drain();
            return followers() == 1;
        });
    }

    @Test
    void answerManyAtOnceAndEachHasItsEffectByItself() {
        var one = slow.getFirst();
        var boosters = actors(one).limit(4).toList();
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT a.id, b.id, 'accepted', now() FROM social_actors a, social_actors b
                 WHERE a.profile_id IS NOT NULL AND b.uri = ANY (?)""", (Object) boosters.toArray(String[]::new));
        boosters.forEach(booster -> one.has(note(booster)));
        one.holdsBack();
        boosters.forEach(booster -> send(booster, "Announce", booster + "/note"));

        var round = inbox.begin();
        eventually(
                "all four are asked for",
                AT_ONCE,
                () -> one.asked("GET", "/users/").stream()
                                .filter(asked -> asked.path().endsWith("/note"))
                                .count()
                        == 4);
        one.goesOn();
        round.orTimeout(30, TimeUnit.SECONDS).join();

        assertThat(sql.rows("SELECT DISTINCT state, attempts FROM internal.inbox_activity"))
                .containsExactly(Map.of("state", "done", "attempts", 0));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.boost")).isEqualTo(4);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_statuses")).isEqualTo(4);
    }

    private static JsonObject note(String author) {
        return new JsonObject()
                .put("id", author + "/note")
                .put("type", "Note")
                .put("attributedTo", author)
                .put("content", "Hola")
                .put("to", List.of("https://www.w3.org/ns/activitystreams#Public"));
    }

    @Test
    void doNotHideOthersBehindWhatOneOfTheirPeopleDid() {
        var actor = slow.getFirst().actor("Slow0");
        slow.getFirst().holdsBack();
        send(actor, "Update", actor);
        for (var n = 0; n < 70; n++) {
            send(actor, "Like", ana);
        }
        send(quick.actor("Ben"), "Follow", ana);

        var round = inbox.begin();

        eventually("Ben follows her", AT_ONCE, () -> followers() == 1);
        assertThat(round).isNotDone();
        slow.getFirst().goesOn();
        round.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void areAskedAgainWhereTheyDoNotAnswer() {
        var actor = slow.getLast().actor("Slow5");
        slow.removeLast().close();
        send(actor, "Update", actor);

        inbox.drain();

        assertThat(sql.rows("SELECT state, attempts FROM internal.inbox_activity WHERE state <> 'done'"))
                .containsExactly(Map.of("state", "waiting", "attempts", 1));
    }
}
