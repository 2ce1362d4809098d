package club.panamia.social.peer;

import static club.panamia.social.Social.said;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.signature.Form;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FedifyMovesAndReportsTest extends WithFedify {

    @ParameterizedTest
    @EnumSource(Form.class)
    void reportsWhatIsSaidHere(Form form) {
        signs(form);
        var uri = Callers.PUBLIC_URL + "/ap/statuses/" + said(ana, "Hola", "public");

        ben("report", Map.of("objects", List.of(anaUri, uri), "content", "It is spam"));

        assertThat(sql.rows("SELECT about, origin, note FROM internal.social_report"))
                .containsExactly(Map.of("about", "post", "origin", peer.actor("ben"), "note", "It is spam"));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void takesAlongWhoFollowsThemHere(Form form) {
        signs(form);
        ben("follow", Map.of("object", anaUri));
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, uri, status, accepted_at)
                SELECT a.id, b.id, a.uri || '/follow', 'accepted', now() FROM social_actors a, social_actors b
                 WHERE a.uri = ? AND b.uri = ?""", anaUri, peer.actor("ben"));
        peer.isAlso("benito", peer.actor("ben"));

        ben("move", Map.of("target", peer.actor("benito")));
        inbox.drain();

        assertThat(heard("Follow").getString("object")).isEqualTo(peer.actor("benito"));
        assertThat(heard("Undo").getJsonObject("thing").getString("type")).isEqualTo("Follow");
        assertThat(sql.rows("""
                        SELECT t.uri, f.status::text AS status FROM social_follows f JOIN social_actors a ON a.id = f.actor_id
                          JOIN social_actors t ON t.id = f.target_actor_id WHERE a.uri = ?""", anaUri)).containsExactly(Map.of("uri", peer.actor("benito"), "status", "accepted"));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void isToldWhereSomebodyGoesOn(Form form) {
        signs(form);
        ben("follow", Map.of("object", anaUri));
        var there = peer.actor("ana");
        peer.isAlso("ana", anaUri);

        write("PUT", "/api/social/actors/me/migration/aliases", Map.of("alsoKnownAs", List.of(there)));
        write("PUT", "/api/social/actors/me/migration/destination", Map.of("movedTo", there));

        assertThat(heard("Move").getString("object")).isEqualTo(anaUri);
        assertThat(heard("Move").getString("target")).isEqualTo(there);
        var read = heard("Update").getJsonObject("thing");
        assertThat(read.getJsonArray("aliases")).isEqualTo(new JsonArray().add(there));
        assertThat(read.getString("successor")).isEqualTo(there);
    }
}
