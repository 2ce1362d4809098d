package club.panamia.social.post;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AnswersTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @ParameterizedTest
    @CsvSource({
        "public,public quiet local followers",
        "quiet,quiet local followers",
        "local,local",
        "followers,followers",
    })
    void neverReachMorePeopleThanWhatTheyAnswer(String visibility, String allowed) {
        follows(ben, ana);
        var id = said(ana, "Hola", visibility);

        for (var answer : List.of("public", "quiet", "local", "followers")) {
            var draft = draft("Yes", answer);
            draft.put("inReplyTo", id);
            post(ben, draft).statusCode(Set.of(allowed.split(" ")).contains(answer) ? 201 : 422);
        }
        var said = answered(ben, "As you", id);
        assertThat(sql.one(String.class, "SELECT CAST(visibility AS text) FROM social_statuses WHERE id = ?", said))
                .isEqualTo(visibility);
    }

    @Test
    void ofADirectPostGoToThoseWhoHaveItOnly() {
        var carla = joined("Carla");
        var dora = joined("Dora");
        var id = saidTo(ana, "Psst", ben, carla);

        var all = answered(ben, "Yes", id);
        var draft = draft("Only you", "direct");
        draft.put("inReplyTo", id);
        draft.put("recipientActorIds", List.of(actorId(dora)));
        post(ben, draft).statusCode(422);

        assertThat(sql.list(
                        String.class,
                        "SELECT actor_id FROM social_recipients WHERE status_id = ? ORDER BY actor_id",
                        all))
                .containsExactlyInAnyOrder(actorId(ana), actorId(carla));
        assertThat(sql.one(Integer.class, "SELECT replies_count FROM social_statuses WHERE id = ?", id))
                .isEqualTo(1);
        post(dora, Map.of("content", "Hm", "inReplyTo", id)).statusCode(404);
    }
}
