package club.panamia.social.document.actor;

import static club.panamia.social.Social.actorId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.social.document.ReadElsewhere;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and this server say of themselves, as other servers read it. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ActorDocumentsTest extends ReadElsewhere {

    @ParameterizedTest
    @ValueSource(
            strings = {
                AP,
                "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"",
                "application/json",
                "*/*"
            })
    void describeAnActor(String accept) {
        sql.run(
                "INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key) VALUES (?, 'ed25519',"
                        + " 'z6MkTest', '')",
                actorId(ana));

        var shown = given().accept(accept)
                .get(actor)
                .then()
                .statusCode(200)
                .contentType(startsWith(AP))
                .header("Vary", containsString("Accept"))
                .body("id", is(BASE + actor))
                .body("type", is("Person"))
                .body("preferredUsername", is("Ana"))
                .body("inbox", is(BASE + actor + "/inbox"))
                .body("outbox", is(BASE + actor + "/outbox"))
                .body("url", is(BASE + "/p/Ana"))
                .body("publicKey.id", is(BASE + actor + "#main-key"))
                .body("publicKey.owner", is(BASE + actor))
                .body("publicKey.publicKeyPem", is("PUBLIC KEY"))
                .body("assertionMethod[0].publicKeyMultibase", is("z6MkTest"))
                .body("manuallyApprovesFollowers", is(false))
                .body("discoverable", is(false))
                .body("indexable", is(false))
                .body("attachment.size()", is(0))
                .body("image", nullValue())
                .extract();

        assertThat(shown.asString()).doesNotContainIgnoringCase("private").doesNotContain(ana.id(), ana.email());
    }

    @Test
    void showWhatAnActorSaysOfItself() {
        sql.run("""
                UPDATE social_actors SET discoverable = true, header_url = 'https://panamia.example/h.jpg',
                       fields = '[{"name": "Website", "value": "<a href=\\"https://ana.example\\">ana.example</a>"}]'""");

        read(actor)
                .statusCode(200)
                .body("discoverable", is(true))
                .body("indexable", is(true))
                .body("image.type", is("Image"))
                .body("image.url", is("https://panamia.example/h.jpg"))
                .body("attachment[0].type", is("PropertyValue"))
                .body("attachment[0].name", is("Website"))
                .body("attachment[0].value", containsString("ana.example</a>"));
        sql.run("UPDATE social_actors SET indexable = false");
        read(actor).body("indexable", is(false));
    }

    @Test
    void defineEveryTermThatTheyUse() {
        var terms = read(actor).extract().jsonPath().getMap("'@context'.find { it instanceof Map }");

        assertThat(terms)
                .containsEntry("indexable", "toot:indexable")
                .containsEntry("PropertyValue", "schema:PropertyValue")
                .containsEntry("value", "schema:value")
                .containsKeys("schema", "toot", "discoverable", "featured");
    }

    @Test
    void describeThisServerBeforeItHasAskedAnybody() {
        read("/ap/actor")
                .statusCode(200)
                .body("type", is("Application"))
                .body("inbox", is(BASE + "/ap/inbox"))
                .body("followers", nullValue())
                .body("publicKey.owner", is(BASE + "/ap/actor"))
                .body("publicKey.publicKeyPem", startsWith("-----BEGIN PUBLIC KEY-----"));
        read("/ap/actor/outbox").statusCode(200).body("totalItems", is(0));
    }
}
