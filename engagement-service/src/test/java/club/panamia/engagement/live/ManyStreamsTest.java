package club.panamia.engagement.live;

import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ManyStreamsTest {

    private static final int PEOPLE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    @Inject
    Listeners listeners;

    private List<Person> people;
    private List<Browser> browsers;

    @BeforeEach
    void everybodyListens() {
        var url = "http://localhost:" + RestAssured.port + "/api/notifications/stream";
        people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> seed.person("listener-" + i))
                .toList();
        browsers = people.stream()
                .map(person -> new Browser(url, person.sessionToken()))
                .toList();
        eventually("everybody listens", PATIENCE, () -> listeners.people().length == PEOPLE);
    }

    @AfterEach
    void nobodyListens() {
        browsers.forEach(Browser::close);
        eventually("nobody listens any more", PATIENCE, () -> listeners.people().length == 0);
    }

    @Test
    void tellEachPersonWhatIsTheirsOnceAlsoWhenAllComeAgainAtOnce() {
        tellEverybody();
        eventually("everybody is told", PATIENCE, () -> heard(1));

        browsers.forEach(Browser::drop);
        tellEverybody();
        tellEverybody();
        eventually("everybody is told what they missed", PATIENCE, () -> heard(3));
        tellEverybody();
        eventually("everybody is told what is new", PATIENCE, () -> heard(4));
        // The number comes after what it counts.
        eventually(
                "everybody knows how much is unread",
                PATIENCE,
                () -> browsers.stream()
                        .allMatch(browser -> browser.unread().getLast().contains("\"count\":4")));

        for (var i = 0; i < PEOPLE; i++) {
            assertThat(browsers.get(i).told()).isEqualTo(toldTo(people.get(i)));
        }
    }

    @Test
    void comeAgainOneAfterTheOther() {
        browsers.forEach(Browser::drop);
        eventually("everybody listens again", PATIENCE, () -> browsers.stream().allMatch(each -> each.opened() >= 2));

        assertThat(browsers.stream().mapToInt(Browser::sentAway).sum()).isPositive();
    }

    private boolean heard(int times) {
        return browsers.stream().allMatch(browser -> browser.told().size() >= times);
    }

    private void tellEverybody() {
        sql.run("""
                INSERT INTO internal.event (type, payload)
                SELECT 'auth.account.linked', jsonb_build_object('userId', id) FROM users ORDER BY id
                """);
        pump.drain().await().atMost(PATIENCE);
    }

    private List<String> toldTo(Person person) {
        return sql.list(
                String.class, "SELECT id FROM notifications WHERE target = ? ORDER BY created_at, id", person.id());
    }
}
