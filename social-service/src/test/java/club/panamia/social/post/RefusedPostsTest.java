package club.panamia.social.post;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be said, to nobody or like this, leaves nothing. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class RefusedPostsTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void takesOneToEightRecipientsWhoAreThereAndNotTheAuthor() {
        var eight =
                IntStream.range(0, 8).mapToObj(n -> actorId(joined("pana" + n))).toList();
        var nine = new ArrayList<>(eight);
        nine.add(actorId(ben));
        refuses(List.of());
        refuses(nine);
        refuses(List.of(actorId(ben), actorId(ben)));
        refuses(List.of(actorId(ana)));
        refuses(List.of(actorId(ben), "unknown"));
        blocks(ben, ana);
        refuses(List.of(actorId(ben)));

        var draft = draft("Psst", "direct");
        draft.put("recipientActorIds", eight);
        post(ana, draft).statusCode(201);
    }

    private void refuses(List<String> recipients) {
        var draft = draft("Psst", "direct");
        draft.put("recipientActorIds", recipients);
        post(ana, draft).statusCode(422).body("type", is("/problems/invalid-input"));
        leavesNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void refusesToSayNothing(String content) {
        post(ana, draft(content, "public")).statusCode(422).body("errors[0].path", is("/content"));
        leavesNothing();
    }

    @Test
    void refusesWhatCannotBeSaidLikeThis() {
        post(ana, draft("a".repeat(5001), "public")).statusCode(422);
        post(ana, Map.of("content", "Hola")).statusCode(422).body("errors[0].path", is("/visibility"));
        post(ana, draft("Hola", "everybody")).statusCode(422);
        post(ana, Map.of("content", "Hola", "visibility", "public", "language", "x"))
                .statusCode(422);
        post(ana, Map.of("content", "Hola", "visibility", "public", "contentWarning", "a".repeat(101)))
                .statusCode(422);
        post(ana, Map.of("content", "Hola", "visibility", "public", "recipientActorIds", List.of(actorId(ben))))
                .statusCode(422);
        post(ana, Map.of("content", "Hola", "visibility", "public", "inReplyTo", "unknown"))
                .statusCode(404);
        var crowd = new StringBuilder();
        for (var n = 0; n < 21; n++) {
            crowd.append("@nobody").append(n).append(' ');
        }
        post(ana, draft(crowd.toString(), "public")).statusCode(422);
        leavesNothing();
    }

    private void leavesNothing() {
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).isEmpty();
        assertThat(sql.list(String.class, "SELECT id FROM internal.event WHERE type LIKE 'social.%'"))
                .isEmpty();
    }

    @Test
    void knowsWhoMaySpeak() {
        var draft = draft("Hola", "public");
        anonymous()
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/social/statuses")
                .then()
                .statusCode(401);
        post(new Seed().person("Nil"), draft).statusCode(403).body("type", is("/problems/not-taking-part"));
        sql.run("UPDATE profiles SET social_eligible = false");
        post(ana, draft).statusCode(403).body("type", is("/problems/may-not-take-part"));
        leavesNothing();
    }
}
