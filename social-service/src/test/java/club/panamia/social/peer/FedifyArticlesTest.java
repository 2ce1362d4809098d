package club.panamia.social.peer;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.social.signature.Form;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FedifyArticlesTest extends WithFedify {

    @Inject
    EventPump pump;

    @ParameterizedTest
    @EnumSource(Form.class)
    void readsAnswersAndLosesAnArticle(Form form) {
        signs(form);
        ben("follow", Map.of("object", anaUri));
        var zoe = joined("Zoe");
        var nil = new Seed().person("Nil");
        var article = new Seed().publishedArticle(ana, "hola");
        sql.run("""
                UPDATE articles SET title = 'Clay', excerpt = 'On clay',
                       co_authors = jsonb_build_array(jsonb_build_object('userId', CAST(? AS text), 'status', 'accepted'),
                                                      jsonb_build_object('userId', CAST(? AS text), 'status', 'accepted'))""", zoe.id(), nil.id());

        happened("content.article.published", article);
        var heard = heard("Create").getJsonObject("thing");
        assertThat(heard.getString("type")).isEqualTo("Article");
        assertThat(heard.getString("name")).isEqualTo("Clay");
        assertThat(heard.getString("warning")).isEqualTo("<p>On clay</p>");
        assertThat(heard.getJsonArray("authors"))
                .isEqualTo(new JsonArray().add(anaUri).add(Callers.PUBLIC_URL + "/ap/actors/" + actorId(zoe)));
        var uri = heard.getString("id");
        assertThat(peer.read(uri)).isEqualTo(heard);

        var answer = ben("say", Map.of("content", "<p>Si</p>", "answers", uri)).getString("object");
        assertThat(sql.list(String.class, "SELECT uri FROM social_statuses WHERE in_reply_to_uri = ?", uri))
                .containsExactly(answer);

        sql.run("UPDATE articles SET slug = 'adios', version = version + 1");
        happened("content.article.moved", article);
        assertThat(heard("Update").getJsonObject("thing").getString("page")).endsWith("/a/adios");

        sql.run("UPDATE articles SET status = 'draft'");
        happened("content.article.unpublished", article);
        assertThat(heard("Delete").getString("object")).isEqualTo(uri);
    }

    private void happened(String type, String article) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES (?, jsonb_build_object('articleId', CAST(? AS text)))",
                type,
                article);
        pump.drain().await().atMost(Duration.ofSeconds(30));
        deliveries.send();
    }
}
