package club.panamia.social.delivery;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.social.Peer;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that had a post hear that it is gone, also where nobody there hears its author any more. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TellingWhoHadItTest extends Correspondence {

    @Inject
    EventPump pump;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM social_follows",
                "UPDATE social_follows SET status = 'rejected'",
                "DELETE FROM social_actors WHERE profile_id IS NULL"
            })
    void tellsOfTheEndWhereNobodyFollowsAnyMoreAndOfChangesOfWhatEverybodyMayRead(String parting) {
        var had = said(ana, "Hola", "public");
        var hadByFollowers = said(ana, "Hola", "followers");
        send();
        sql.run(parting);
        var never = said(ana, "Later", "public");

        edit(hadByFollowers);
        edit(never);
        edit(had);
        send();
        delete(never);
        delete(hadByFollowers);
        delete(had);
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Create", "Update", "Delete", "Delete");
        assertThat(peer.received("/inbox").get(2).getJsonObject("object").getString("id"))
                .endsWith(had);
        assertThat(peer.received("/inbox").get(4).getJsonObject("object").getString("id"))
                .endsWith(had);
    }

    @Test
    void tellsThoseOnceWhoFollowAgain() {
        var had = said(ana, "Hola", "public");
        send();
        sql.run("UPDATE social_follows SET status = 'rejected'");
        sql.run("UPDATE social_follows SET status = 'accepted'");

        delete(had);
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Delete");
    }

    @Test
    void tellsNobodyOfTheEndOfWhatWasForOthers() {
        var cleo = joined("Cleo");
        var direct = saidTo(ana, "Psst", cleo);
        sql.run("DELETE FROM social_follows");

        delete(direct);
        send();

        assertThat(peer.asked("POST", "/")).isEmpty();
    }

    @Test
    void tellsNoServerThatIsSuspended() {
        var had = said(ana, "Hola", "public");
        send();
        sql.run("INSERT INTO internal.server_rule (domain, severity) VALUES ('*', 'suspend')");
        sql.run("DELETE FROM social_follows");

        delete(had);
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create");
    }

    @Test
    void tellsWhoHadBoostedIt() {
        sql.run("DELETE FROM social_follows");
        sql.run("DELETE FROM internal.former_audience");
        var had = said(ana, "Hola", "public");
        sql.run(
                "INSERT INTO internal.boost (actor_id, status_id, uri) SELECT id, ?, 'https://b.example/1' FROM social_actors WHERE uri = ?",
                had,
                ben);
        sql.run("DELETE FROM internal.boost");

        delete(had);
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Delete");
    }

    @Test
    void tellsWhoWasNamedInAFormerWording() {
        sql.run("DELETE FROM social_follows");
        sql.run("DELETE FROM internal.former_audience");
        sql.run("UPDATE social_actors SET domain = 'peer.example' WHERE uri = ?", ben);
        var had = said(ana, "Hola @ben@peer.example", "public");
        edit(had);
        send();

        delete(had);
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Update", "Delete");
    }

    /** They found it by a boost that their servers were told of. */
    @Test
    void tellsFollowersOfWhoHandedItOn() {
        var cleo = joined("Cleo");
        follows(cleo, ana);
        var had = said(cleo, "Hola", "public");
        sign(cleo);
        as(ana).put("/api/social/statuses/" + had + "/boost").then().statusCode(204);

        as(cleo).contentType(ContentType.JSON)
                .body(Map.of("content", "Adios"))
                .put("/api/social/statuses/" + had)
                .then()
                .statusCode(200);
        send();
        as(cleo).delete("/api/social/statuses/" + had).then().statusCode(204);
        send();

        assertThat(types(peer, "/inbox")).contains("Announce").endsWith("Update", "Delete");
    }

    @Test
    void saysFarewellForWhoLeaves() {
        sql.run("DELETE FROM social_follows");
        var asked = new Asked();
        var addresses = SealedAddresses.seal(List.of(ana.email()), ana.id(), encryption);
        asked.tell("auth.user.deleted", ana, asked.forErasure(ana, addresses, null));

        pump.drain().await().atMost(Duration.ofSeconds(30));
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Delete");
    }

    private void sign(Person person) {
        sql.run(
                "INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key) VALUES (?, 'rsa-2048', '', ?)",
                actorId(person),
                encryption.encrypt(Peer.KEYS.getPrivate().getEncoded(), "actor-key:rsa-2048:" + actorId(person)));
    }

    private void edit(String post) {
        as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Adios"))
                .put("/api/social/statuses/" + post)
                .then()
                .statusCode(200);
    }

    private void delete(String post) {
        as(ana).delete("/api/social/statuses/" + post).then().statusCode(204);
    }
}
