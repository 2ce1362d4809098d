package club.panamia.social;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No answer of this service has any part of a private key in it, whoever asks. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SecretsTest {

    private static final byte[] SEALED = "sealed-private-key-of-ana".getBytes(StandardCharsets.UTF_8);

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private List<String> paths;

    @BeforeEach
    void everythingThatThereIs() {
        ana = joined("Ana");
        ben = joined("Ben");
        follows(ben, ana);
        follows(ana, ben);
        sql.run(
                "INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key)"
                        + " VALUES (?, 'rsa-2048', 'PUBLIC', ?), (?, 'ed25519', 'PUBLIC', ?)",
                actorId(ana),
                SEALED,
                actorId(ana),
                SEALED);
        var post = said(ana, "Hola @ben #x", "public");
        answered(ben, "Yes", post);
        saidTo(ana, "Psst", ben);
        as(ben).put("/api/social/statuses/" + post + "/bookmark").then().statusCode(204);
        as(ana).put("/api/social/statuses/" + post + "/pin").then().statusCode(204);
        paths = List.of(
                "/api/social/actors/me",
                "/api/social/actors/ana",
                "/api/social/actors/ana/statuses",
                "/api/social/actors/ana/pinned",
                "/api/social/statuses",
                "/api/social/statuses/" + post,
                "/api/social/statuses/" + post + "/thread",
                "/api/social/statuses/" + post + "/history",
                "/api/social/timelines/home",
                "/api/social/timelines/local",
                "/api/social/tags/x/statuses",
                "/api/social/mentions",
                "/api/social/messages",
                "/api/social/conversations",
                "/api/social/bookmarks",
                "/api/social/filters",
                "/api/social/trends/tags",
                "/api/social/trends/statuses",
                "/api/social/search/statuses?q=hola",
                "/api/social/follows",
                "/api/social/follows?type=followers",
                "/ap/actors/" + actorId(ana),
                "/ap/actors/" + actorId(ana) + "/outbox/page",
                "/ap/actors/" + actorId(ana) + "/featured",
                "/ap/statuses/" + post,
                "/.well-known/webfinger?resource=acct:ana@localhost");
    }

    @Test
    void areInNoAnswer() {
        var secret = Base64.getEncoder().encodeToString(SEALED).toLowerCase(Locale.ROOT);
        for (var reader : List.of(ana, ben, new Seed().withRole("moe", "contentModerator"))) {
            for (var path : paths) {
                var answer = as(reader).get(path);
                assertThat(answer.statusCode())
                        .as("%s reads %s", reader.screenname(), path)
                        .isEqualTo(200);
                assertThat(answer.body().asString().toLowerCase(Locale.ROOT))
                        .as("%s reads %s", reader.screenname(), path)
                        .doesNotContain("private", "sealed-private-key", secret);
            }
        }
    }
}
