package club.panamia.social.follow;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A follow and a block at the same moment: whichever is first, the block holds. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowOrBlockTest {

    private static final int ROUNDS = 20;

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void aFollowBehindABlockIsNone() {
        for (var pair : List.of(List.of(ana, ben), List.of(ben, ana))) {
            var block = "INSERT INTO internal.actor_block (actor_id, target_actor_id) VALUES ('%s', '%s')"
                    .formatted(actorId(pair.getFirst()), actorId(pair.getLast()));

            assertThat(Race.behind(block, () -> follow().getFirst())).isEqualTo(404);
            assertThat(follows()).isZero();
            sql.run("DELETE FROM internal.actor_block");
        }
    }

    @Test
    void aBlockEndsTheFollowThatItWaitedFor() {
        var follow = """
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT a, b, 'accepted', now() FROM (VALUES ('%s', '%s')) AS v (a, b) WHERE NOT internal.is_apart(a, b)
                """.formatted(actorId(ana), actorId(ben));

        assertThat(Race.behind(follow, this::block)).isEqualTo(204);

        assertThat(follows()).isZero();
        assertThat(sql.list(Integer.class, "SELECT following_count + followers_count FROM social_actors"))
                .containsOnly(0);
        assertThat(sql.list(String.class, "SELECT type FROM internal.event ORDER BY id"))
                .containsExactly("social.follow.undone", "social.actor.blocked");
    }

    @Test
    void ofBothAtOnceTheBlockIsLeft() {
        for (var round = 0; round < ROUNDS; round++) {
            var answers = Race.of(4, n -> () -> n == 0 ? List.of(block()) : follow());

            assertThat(answers.getFirst()).containsExactly(204);
            assertThat(answers).flatMap(statuses -> statuses).isSubsetOf(200, 204, 404);
            assertThat(follows()).isZero();
            as(ben).delete("/api/social/blocks/ana").then().statusCode(204);
        }
    }

    private List<Integer> follow() {
        return List.of(as(ana).put("/api/social/actors/ben/follow").statusCode());
    }

    private int block() {
        return as(ben).put("/api/social/blocks/ana").statusCode();
    }

    private long follows() {
        return sql.one(Long.class, "SELECT count(*) FROM social_follows");
    }
}
