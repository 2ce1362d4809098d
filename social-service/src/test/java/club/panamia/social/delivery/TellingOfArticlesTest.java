package club.panamia.social.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TellingOfArticlesTest extends WrittenTogether {

    @Test
    void sendsAnArticleThatNobodyHasAnnouncedToFollowersAndHandsItOnForCoAuthors() {
        happened("content.article.published");
        happened("content.article.published");
        send();

        var created = peer.received("/inbox");
        assertThat(created).hasSize(1);
        assertThat(created.getFirst().getString("type")).isEqualTo("Create");
        assertThat(created.getFirst().getString("id")).isEqualTo(uri() + "/activity");
        var sent = created.getFirst().getJsonObject("object");
        assertThat(sent.getString("type")).isEqualTo("Article");
        assertThat(sent.getString("id")).isEqualTo(uri());
        assertThat(sent.getString("name")).isEqualTo("Clay & fire");
        assertThat(sent.getString("summary")).isEqualTo("<p>On &lt;clay&gt;</p>");
        assertThat(sent.getString("content")).contains("<h1>Kiln</h1>", "<td>1</td>");
        assertThat(sent.getString("url")).isEqualTo(Callers.PUBLIC_URL + "/a/hola");
        assertThat(sent.getJsonObject("image").getString("url"))
                .isEqualTo(Callers.PUBLIC_URL + "/media/content/x-960.jpg");
        assertThat(sent.getJsonArray("tag").getJsonObject(0).getString("name")).isEqualTo("#artdeco");
        assertThat(sent.getJsonObject("preview").getString("content")).contains("Clay &amp; fire", "/a/hola");
        assertThat(sent.getJsonArray("attributedTo"))
                .isEqualTo(new JsonArray()
                        .add(actorUri(ana))
                        .add(actorUri(zoe))
                        .add(new JsonObject()
                                .put("type", "Person")
                                .put("name", "Nil")
                                .put("url", Callers.PUBLIC_URL + "/p/Nil")));

        assertThat(third.received("/inbox")).singleElement().satisfies(announce -> {
            assertThat(announce.getString("type")).isEqualTo("Announce");
            assertThat(announce.getString("actor")).isEqualTo(actorUri(zoe));
            assertThat(announce.getString("object")).isEqualTo(uri());
        });
    }

    @Test
    void sendsWhatItsAuthorSaysOfItInsteadWithALinkToIt() {
        sql.run(
                "INSERT INTO article_announcements (article_id, author_id, content) VALUES (?, ?, 'Read this')",
                article,
                ana.id());

        happened("content.article.published");
        send();

        assertThat(peer.received("/inbox")).singleElement().satisfies(created -> {
            var note = created.getJsonObject("object");
            assertThat(note.getString("type")).isEqualTo("Note");
            assertThat(note.getString("content")).contains("Read this", "/a/hola");
            assertThat(note.getJsonArray("tag").getJsonObject(0).getString("type"))
                    .isEqualTo("Link");
            assertThat(note.getJsonArray("tag").getJsonObject(0).getString("href"))
                    .isEqualTo(uri());
        });
        assertThat(types(third, "/inbox")).containsExactly("Announce");
    }

    @Test
    void tellsAllWhoMayKnowItThatItIsFoundElsewhereNow() {
        happened("content.article.published");
        sql.run("UPDATE articles SET slug = 'adios', version = version + 1");

        happened("content.article.moved");
        happened("content.article.moved");
        send();

        for (var server : List.of(peer, third)) {
            var heard = server.received("/inbox");
            assertThat(heard).hasSize(2);
            assertThat(heard)
                    .filteredOn(activity -> activity.getString("type").equals("Update"))
                    .singleElement()
                    .extracting(update -> update.getJsonObject("object"))
                    .satisfies(changed -> {
                        assertThat(changed.getString("url")).isEqualTo(Callers.PUBLIC_URL + "/a/adios");
                        assertThat(changed.getString("updated")).isNotNull();
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"content.article.unpublished,draft", "content.article.removed,removed"})
    void takesItBackAndSaysItUnderAnotherIdWhenItIsOutAgain(String type, String state) {
        happened("content.article.published");
        send();
        var first = uri();
        happened(type);
        assertThat(uri()).as("an article that is out again by now").isEqualTo(first);

        state(state);
        happened(type);
        happened(type);
        send();
        state("published");
        happened("content.article.restored");
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Delete", "Create");
        assertThat(types(third, "/inbox")).containsExactly("Announce", "Delete", "Announce");
        assertThat(peer.received("/inbox").get(1).getJsonObject("object").getString("id"))
                .isEqualTo(first);
        assertThat(uri()).isNotEqualTo(first);
    }

    @Test
    void doesNotSendWhatIsTakenBackBefore() {
        happened("content.article.published");
        state("draft");
        happened("content.article.unpublished");

        send();

        assertThat(types(peer, "/inbox")).containsExactly("Delete");
        assertThat(waiting()).isZero();
    }

    private void state(String state) {
        sql.run(
                "UPDATE articles SET status = CAST(? AS article_status), removed_at = CASE WHEN ? = 'removed' THEN"
                        + " now() END, removal_reason = CASE WHEN ? = 'removed' THEN 'A good reason' END",
                state,
                state,
                state);
    }
}
