package club.panamia.social.live;

import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two thousand listen at one process, which asks for all of them together. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ManyStreamsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sql sql = TestDatabase.get().sql();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final List<Cancellable> open = new ArrayList<>();

    @Inject
    Streams streams;

    @Inject
    Listeners listeners;

    @AfterEach
    void nobodyListens() {
        open.forEach(Cancellable::cancel);
        eventually("nobody listens any more", PATIENCE, () -> listeners.people().length == 0);
    }

    @Test
    void tellsEachOnceWhatTheyFindOnTheirLists() {
        Crowd.with(sql);
        var people = sql.list(String.class, "SELECT id FROM users ORDER BY id LIMIT 2000");
        var followers = sql.list(String.class, """
                SELECT p.user_id FROM social_follows f JOIN social_actors a ON a.id = f.target_actor_id
                                        AND a.username = 'person-3' AND a.domain = 'localhost'
                  JOIN social_actors b ON b.id = f.actor_id JOIN profiles p ON p.id = b.profile_id
                 WHERE p.user_id IN (SELECT id FROM users ORDER BY id LIMIT 2000)
                """);
        people.forEach(this::listen);

        say("for everybody", "public");
        say("for followers", "followers");

        eventually(
                "everybody has heard",
                PATIENCE,
                () -> heard("local for everybody").size() >= people.size());
        eventually("followers have", PATIENCE, () -> heard("home for followers").containsAll(followers));
        assertThat(heard("local for everybody")).containsExactlyInAnyOrderElementsOf(people);
        assertThat(heard("home for followers")).doesNotHaveDuplicates();
        assertThat(heard("failed")).isEmpty();
    }

    private void listen(String person) {
        open.add(streams.of(person, null, List.of("home", "local"))
                .subscribe()
                .with(event -> note(person, event), failure -> heard.add("failed " + failure)));
    }

    /** Who heard something. */
    private List<String> heard(String what) {
        return heard.stream()
                .filter(one -> one.startsWith(what + " "))
                .map(one -> one.substring(what.length() + 1))
                .toList();
    }

    private void note(String person, OutboundSseEvent event) {
        if (event.getName() != null) {
            heard.add("%s %s %s".formatted(event.getName(), event.getId(), person));
        }
    }

    private void say(String id, String visibility) {
        sql.run(
                "INSERT INTO social_statuses (id, uri, actor_id, visibility, content, published) SELECT ?, ?, id,"
                        + " CAST(? AS social_visibility), 'Hola', now() FROM social_actors"
                        + " WHERE username = 'person-3' AND domain = 'localhost'",
                id,
                id,
                visibility);
    }
}
