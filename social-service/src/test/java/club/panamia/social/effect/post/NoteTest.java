package club.panamia.social.effect.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.inbox.Activity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    private static final String BEN = "https://peer.example/users/Ben";
    private static final Instant NOW = Instant.parse("2026-11-06T09:08:07Z");

    private static JsonObject thing() {
        return new JsonObject()
                .put("id", BEN + "/1")
                .put("type", "Note")
                .put("attributedTo", new JsonArray().add(new JsonObject().put("id", BEN)))
                .put("content", "Hola");
    }

    private static Note note(JsonObject thing) {
        return Note.of(new Activity(BEN + "/a", "Create", BEN, new JsonObject().put("object", thing)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.w3.org/ns/activitystreams#Public, x, public",
        "as:Public, x, public",
        "Public, x, public",
        "https://peer.example/users/Ben/followers, as:Public, quiet",
        "https://peer.example/users/Ben/followers, x, followers",
        "x, https://peer.example/users/Ben/followers, followers",
        "x, y, direct"
    })
    void isForWhomItIsAddressedTo(String to, String cc, String visibility) {
        var one = thing().put("to", to).put("cc", cc);
        var list = thing().put("to", new JsonArray().add(to)).put("cc", new JsonArray().add(cc));

        assertThat(note(one).visibility(BEN + "/followers").label()).isEqualTo(visibility);
        assertThat(note(list).visibility(BEN + "/followers").label()).isEqualTo(visibility);
    }

    @ParameterizedTest
    @CsvSource({
        "id, https://other.example/1",
        "id, nonsense",
        "attributedTo, https://peer.example/users/Eve",
        "attributedTo, https://other.example/users/Ben"
    })
    void isItsSendersOwn(String term, String value) {
        assertThatThrownBy(() -> note(thing().put(term, value))).isInstanceOf(Problem.class);
    }

    @Test
    void isNotMeantForAnyNumberByName() {
        var many = new JsonArray(Collections.nCopies(10_000, "https://pana.example/ap/actors/1"));

        assertThatThrownBy(() -> note(thing().put("to", many))).isInstanceOf(Problem.class);
    }

    @Test
    void isKeptWithItsTitleAndItsWarningAsWords() {
        var page = thing().put("type", "Page").put("name", "Art & <b>more</b>").put("summary", "<p>Food</p>");

        var kept = note(page).kept("id", "", NOW);

        assertThat(kept.getString("content")).isEqualTo("<p><strong>Art &amp; more</strong></p>Hola");
        assertThat(kept.getString("warning")).isEqualTo("Food");
    }

    private static JsonObject article() {
        return thing().put("type", "Article")
                .put("name", "Art & <b>more</b>")
                .put("summary", "<p>Food & <i>fire</i></p>")
                .put("url", "https://peer.example/art?a=1&b=2");
    }

    @Test
    void isOfAnArticleItsTitleItsSummaryAndWhereItIsRead() {
        var kept = note(article()).kept("id", "", NOW);

        assertThat(kept.getString("content"))
                .isEqualTo("<p><strong>Art &amp; more</strong></p><p>Food &amp; fire</p>"
                        + "<p><a href=\"https://peer.example/art?a=1&amp;b=2\" rel=\"nofollow ugc noopener noreferrer\">"
                        + "https://peer.example/art?a=1&amp;b=2</a></p>");
        assertThat(kept.getString("warning")).isNull();
    }

    @Test
    void isOfAnArticleWithoutASummaryWhatItSays() {
        var article = article();
        article.remove("summary");
        article.remove("url");

        assertThat(note(article).content()).isEqualTo("<p><strong>Art &amp; more</strong></p>Hola");
    }

    @Test
    void isOfASensitiveArticleWhatItSaysBehindAWarning() {
        var sensitive = note(article().put("sensitive", true).put("url", "https://peer.example/art"));

        assertThat(sensitive.warning()).isEqualTo("Food & fire");
        assertThat(sensitive.content())
                .contains("Hola", "https://peer.example/art")
                .doesNotContain("Food");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "yesterday", ""})
    void isNotOfAnotherTimeThanThePast(String published) {
        assertThat(note(thing().put("published", published)).kept("id", "", NOW).getString("published"))
                .isEqualTo(NOW.toString());
        assertThat(note(thing()).edited(NOW)).isNull();
    }
}
