package club.panamia.social.remote;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.wire.ForeignJson;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actors in the form in which other servers' documentation shows them. */
class ActorsOfOtherServersTest {

    private static JsonObject document(String server) {
        var file = Path.of("src", "test", "resources", "fediverse", server + "-actor.json");
        try {
            var text = Files.readString(file).replace("\"PEM\"", Json.encode(Peer.pem(Peer.KEYS)));
            return ForeignJson.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon, Person, ana, Ana :clay:, https://mastodon.example/inbox, https://mastodon.example/a.png, true",
        "akkoma, Person, ana, Ana, https://akkoma.example/inbox, https://akkoma.example/media/a.jpg, false",
        "misskey, Person, ana, , https://misskey.example/inbox, , false",
        "peertube, Person, ana, Ana, https://peertube.example/inbox, https://peertube.example/48.png, false",
        "lemmy, Group, clay, Clay, https://lemmy.example/inbox, , false",
        "pixelfed, Person, ana, Ana, https://pixelfed.example/f/inbox, https://pixelfed.example/a.jpg, false",
        "gotosocial, Person, ana, Ana, https://gotosocial.example/sharedInbox, , true",
        "wordpress, Person, ana, Ana, https://wordpress.example/wp-json/activitypub/1.0/inbox, https://wordpress.example/a.png, false"
    })
    void areUnderstood(
            String server, String type, String username, String name, String shared, String icon, boolean decides) {
        var actor = RemoteActor.of(document(server));

        assertThat(actor.host()).isEqualTo(server + ".example");
        assertThat(actor.type()).isEqualTo(type);
        assertThat(actor.username()).isEqualTo(username);
        assertThat(actor.name()).isEqualTo(name);
        assertThat(actor.sharedInbox()).isEqualTo(shared);
        assertThat(actor.picture("icon")).isEqualTo(icon);
        assertThat(actor.manuallyApprovesFollowers()).isEqualTo(decides);
        assertThat(actor.inbox()).endsWith("/inbox");
        assertThat(actor.collection("followers")).endsWith("/followers");
        assertThat(actor.keys()).hasSize(1);
    }

    @Test
    void sayOfThemselvesWhatAPageCanShow() {
        var document = document("mastodon");
        var actor = RemoteActor.of(document);

        assertThat(actor.fields())
                .containsExactly(
                        new JsonObject()
                                .put("name", "Site")
                                .put(
                                        "value",
                                        "<a href=\"https://ana.example\" rel=\"nofollow ugc noopener noreferrer\">ana.example</a>"));
        assertThat(actor.discoverable()).isTrue();
        assertThat(actor.indexable()).isTrue();
        document.getJsonArray("attachment").getJsonObject(0).put("value", "<script>alert(1)</script>Hola");
        assertThat(RemoteActor.of(document).fields().getJsonObject(0).getString("value"))
                .isEqualTo("Hola");
        assertThat(RemoteActor.of(document("lemmy")).indexable()).isNull();
    }

    @Test
    void signWithAKeyThatIsADocumentOfItsOwn() {
        var keys = RemoteActor.of(document("gotosocial")).keys();

        assertThat(keys.getJsonObject(0).getString("key_id"))
                .isEqualTo("https://gotosocial.example/users/ana/main-key");
    }

    @Test
    void haveAPageInAList() {
        var actor = RemoteActor.of(document("wordpress"));

        assertThat(actor.page()).isEqualTo("https://wordpress.example/author/ana/");
        assertThat(actor.alsoKnownAs()).containsExactly("https://wordpress.example/?author=1");
    }
}
