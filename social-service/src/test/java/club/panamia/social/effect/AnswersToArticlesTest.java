package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ben of another server answers an article of Ana's, which he knows as an Article. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AnswersToArticlesTest extends Elsewhere {

    private static final String ARTICLE = Callers.PUBLIC_URL + "/ap/articles/one";

    @BeforeEach
    void anArticle() {
        sql.run(
                "INSERT INTO internal.federated_article (id, article_id, actor_id, uri, version) VALUES ('one', ?, ?, ?, 0)",
                new Seed().publishedArticle(ana, "hola"),
                actorId(ana),
                ARTICLE);
    }

    private JsonObject answer(String content) {
        return note("1", content).put("inReplyTo", ARTICLE).put("cc", new JsonArray());
    }

    @Test
    void areKeptAndChangedAndTakenBack() {
        send(activity("Create", answer("<p>Si</p>")));
        send(activity("Create", answer("<p>Si</p>")));
        assertThat(sql.list(String.class, "SELECT content FROM social_statuses WHERE in_reply_to_uri = ?", ARTICLE))
                .containsExactly("<p>Si</p>");
        assertThat(count("internal.wanted_post"))
                .as("our own article is not asked for")
                .isZero();

        send(activity("Update", answer("<p>No</p>").put("updated", "2026-11-02T00:00:00Z")));
        assertThat(sql.list(String.class, "SELECT content FROM social_statuses WHERE in_reply_to_uri = ?", ARTICLE))
                .containsExactly("<p>No</p>");

        send(activity("Delete", new JsonObject().put("id", ben + "/notes/1").put("type", "Tombstone")));
        assertThat(count("social_statuses")).isZero();
    }

    @Test
    void areHeardOfByItsAuthorsAlsoWhereTheyNameNobody() {
        send(activity("Create", answer("<p>Si</p>")));
        var told = "SELECT payload -> 'authors' ->> 0 FROM internal.event WHERE type = 'social.article.answered'";
        assertThat(sql.list(String.class, told)).containsExactly(ana.id());

        send(activity(
                "Create", answer("<p>No</p>").put("id", ben + "/notes/2").put("cc", new JsonArray().add(anaUri))));
        send(activity(
                "Create", answer("<p>Psst</p>").put("id", ben + "/notes/3").put("to", new JsonArray().add(anaUri))));

        assertThat(sql.list(String.class, told))
                .as("who is named hears of that")
                .hasSize(1);
    }

    @Test
    void comeAlsoWhenTheArticleIsSentWhole() {
        send(activity("Create", answer("Si").put("inReplyTo", new JsonObject().put("id", ARTICLE))));

        assertThat(count("social_statuses")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE internal.federated_article SET withdrawn_at = now()",
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) SELECT f.actor_id, b.id"
                        + " FROM internal.federated_article f, social_actors b WHERE b.username = 'Ben'"
            })
    void areNotKeptOfOneThatIsGoneOrByWhomItsAuthorBlocks(String change) {
        send(activity("Like", ARTICLE));
        sql.run(change);

        send(activity("Create", answer("Si")));

        assertThat(count("social_statuses")).isZero();
    }
}
