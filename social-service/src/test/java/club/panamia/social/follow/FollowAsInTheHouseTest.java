package club.panamia.social.follow;

import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowAsInTheHouseTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @Inject
    EventPump pump;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void followsOnceAndTellsOnce() {
        begun(ana, ben);
        begun(ana, ben);

        assertThat(states()).containsExactly("accepted");
        assertThat(events()).containsExactly("social.follow.accepted");
        assertThat(sql.one(Integer.class, "SELECT followers_count FROM social_actors WHERE username = 'Ben'"))
                .isEqualTo(1);
    }

    @Test
    void asksWhoDecidesThemselves() {
        sql.run("UPDATE social_actors SET manually_approves_followers = true");

        begun(ana, ben);

        assertThat(states()).containsExactly("pending");
        assertThat(events()).containsExactly("social.follow.requested");
    }

    @Test
    void doesNothingWhereOneOfThemTakesNoPartOrBlocksTheOther() {
        begun(ana, new Seed().person("Nil"));
        begun(new Seed().person("Nel"), ana);
        blocks(ben, ana);
        begun(ana, ben);
        begun(ben, ana);

        assertThat(states()).isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void doesNothingWhereOneOfThemIsSuspended() {
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE username = 'Ben'");

        begun(ana, ben);
        begun(ben, ana);

        assertThat(states()).isEmpty();
    }

    @Test
    void endsItHereTooAndTellsNobodyWhoKnows() {
        begun(ana, ben);

        happened("ended", ana, ben);
        happened("ended", ana, ben);

        assertThat(states()).isEmpty();
        assertThat(events()).containsExactly("social.follow.accepted");
        assertThat(sql.one(Integer.class, "SELECT followers_count FROM social_actors WHERE username = 'Ben'"))
                .isZero();
    }

    private void begun(Person follower, Person person) {
        happened("begun", follower, person);
    }

    private void happened(String step, Person follower, Person person) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES ('engagement.follow.' || ?,"
                        + " jsonb_build_object('followerId', CAST(? AS text), 'userId', CAST(? AS text)))",
                step,
                follower.id(),
                person.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    private List<String> states() {
        return sql.list(String.class, "SELECT CAST(status AS text) FROM social_follows");
    }

    private List<String> events() {
        return sql.list(String.class, "SELECT type FROM internal.event WHERE type LIKE 'social.%' ORDER BY id");
    }
}
