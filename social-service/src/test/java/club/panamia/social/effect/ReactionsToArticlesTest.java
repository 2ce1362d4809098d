package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ben of another server likes an article of Ana's and Zoe's, which he knows as an Article, and hands it on. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReactionsToArticlesTest extends Elsewhere {

    private static final String ARTICLE = Callers.PUBLIC_URL + "/ap/articles/one";

    private String article;
    private String zoe;

    @BeforeEach
    void anArticle() {
        article = new Seed().publishedArticle(ana, "hola");
        sql.run(
                "INSERT INTO internal.federated_article (id, article_id, actor_id, uri, version) VALUES ('one', ?, ?, ?, 0)",
                article,
                actorId(ana),
                ARTICLE);
        zoe = joined("Zoe").id();
        sql.run(
                "UPDATE articles SET co_authors = jsonb_build_array(jsonb_build_object('userId', CAST(? AS text), 'status', 'accepted'))",
                zoe);
    }

    private String reactions() {
        return sql.one(
                String.class,
                "SELECT coalesce(string_agg(kind, ' ' ORDER BY kind), '') FROM internal.article_reaction WHERE article_id = ?",
                article);
    }

    private String told() {
        return sql.one(
                String.class,
                "SELECT coalesce(string_agg(type || (payload -> 'authors')::text, ' ' ORDER BY id), '') FROM internal.event"
                        + " WHERE type LIKE 'social.article.%'");
    }

    @ParameterizedTest
    @CsvSource({"Like,like,liked", "EmojiReact,like,liked", "Announce,boost,boosted"})
    void countOnceAndAreHeardOfByAllAuthorsAndTakenBack(String type, String kind, String verb) {
        var first = activity(type, ARTICLE);
        send(first);
        send(activity(type, ARTICLE));

        assertThat(reactions()).isEqualTo(kind);
        assertThat(told()).isEqualTo("social.article.%s[\"%s\", \"%s\"]".formatted(verb, ana.id(), zoe));

        send(activity("Undo", first));
        assertThat(reactions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Like", "Announce"})
    void areTakenBackByTheirIdAlone(String type) {
        var reaction = activity(type, ARTICLE);
        send(reaction);

        send(activity("Undo", reaction.getString("id")));

        assertThat(reactions()).isEmpty();
    }

    @Test
    void countOnceAlsoWhenTheArticleIsOutAgainUnderAnotherId() {
        send(activity("Like", ARTICLE));
        sql.run("UPDATE internal.federated_article SET withdrawn_at = now()");
        sql.run(
                "INSERT INTO internal.federated_article (id, article_id, actor_id, uri, version) VALUES ('two', ?, ?, ?, 0)",
                article,
                actorId(ana),
                Callers.PUBLIC_URL + "/ap/articles/two");

        send(activity("Like", Callers.PUBLIC_URL + "/ap/articles/two"));

        assertThat(reactions()).isEqualTo("like");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE internal.federated_article SET withdrawn_at = now()",
                "UPDATE articles SET status = 'draft'",
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) SELECT f.actor_id, b.id"
                        + " FROM internal.federated_article f, social_actors b WHERE b.username = 'Ben'"
            })
    void doNotCountOfOneThatIsGoneOrByWhomItsAuthorBlocks(String change) {
        send(activity("Like", Callers.PUBLIC_URL + "/ap/articles/none"));
        sql.run(change);

        send(activity("Like", ARTICLE));
        send(activity("Announce", ARTICLE));

        assertThat(reactions()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void areNotHeardOfByWhoMutesWhoeverDoesIt() {
        send(activity("Like", anaUri));
        sql.run(
                "INSERT INTO internal.actor_mute (actor_id, target_actor_id) SELECT ?, id FROM social_actors WHERE uri = ?",
                actorId(ana),
                ben);

        send(activity("Like", ARTICLE));

        assertThat(told()).isEqualTo("social.article.liked[\"%s\"]".formatted(zoe));
    }

    @Test
    void goWithWhoeverDidIt() {
        send(activity("Like", ARTICLE));

        send(activity("Delete", new JsonObject().put("id", ben)));

        assertThat(reactions()).isEmpty();
    }
}
