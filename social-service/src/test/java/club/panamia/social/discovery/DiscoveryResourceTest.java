package club.panamia.social.discovery;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DiscoveryResourceTest {

    private static final String BASE = "http://localhost:8080";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
    }

    private static ValidatableResponse finger(String resource) {
        return given().queryParam("resource", resource)
                .get("/.well-known/webfinger")
                .then()
                .header("Access-Control-Allow-Origin", is("*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acct:Ana@localhost",
                "acct:ana@LOCALHOST",
                "acct:ANA@localhost:8080",
                "ana@localhost",
                "@ana@localhost",
                BASE + "/p/ana",
                BASE + "/p/Ana/",
            })
    void findsAnActorHoweverTheNameIsWritten(String resource) {
        finger(resource)
                .statusCode(200)
                .contentType(startsWith("application/jrd+json"))
                .body("subject", is("acct:Ana@localhost"))
                .body("links.find { it.rel == 'self' }.href", is(BASE + "/ap/actors/" + actorId(ana)))
                .body("links.find { it.rel == 'self' }.type", is("application/activity+json"))
                .body("aliases", contains(BASE + "/p/Ana", BASE + "/ap/actors/" + actorId(ana)));
    }

    @Test
    void saysWhereWhoeverIsOfThisServerFollowsPeopleOfOthers() {
        var answer = finger("acct:ana@localhost").statusCode(200).extract().asString();

        assertThat(answer)
                .contains("\"rel\":\"http://ostatus.org/schema/1.0/subscribe\"")
                .contains("\"template\":\"" + BASE + "/authorize_interaction?uri={uri}\"");
    }

    @Test
    void findsAnActorByItsIdAndPicksLinks() {
        finger(BASE + "/ap/actors/" + actorId(ana)).statusCode(200).body("subject", is("acct:Ana@localhost"));
        given().queryParam("resource", "acct:ana@localhost")
                .queryParam("rel", "self")
                .get("/.well-known/webfinger")
                .then()
                .statusCode(200)
                .body("links.rel", contains("self"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acct:localhost@localhost", BASE + "/ap/actor"})
    void findsThisServerItself(String resource) {
        finger(resource)
                .statusCode(200)
                .body("subject", is("acct:localhost@localhost"))
                .body("links.find { it.rel == 'self' }.href", is(BASE + "/ap/actor"));
    }

    @Test
    void findsAnActorUnderAFormerName() {
        sql.run("UPDATE users SET screenname = 'Anita'");
        sql.run("UPDATE social_actors SET username = 'Anita'");

        finger("acct:ana@localhost").statusCode(200).body("subject", is("acct:Anita@localhost"));
    }

    @ParameterizedTest
    @CsvSource({
        "acct:nobody@localhost,404",
        "acct:ana@elsewhere.example,404",
        "https://elsewhere.example/p/ana,404",
        "http://localhost:8080/ap/actors/unknown,404",
        "acct:ana,400",
        "nonsense,400",
        "'',400",
        "acct:%@localhost,404",
    })
    void refusesWhatIsNotHere(String resource, int status) {
        finger(resource).statusCode(status);
    }

    @Test
    void refusesAQuestionAboutNobody() {
        given().get("/.well-known/webfinger").then().statusCode(400).body("type", is("/problems/no-resource"));
    }

    @Test
    void tellsWhoIsGoneAndHidesWhoMayNotBeSeen() {
        var uri = BASE + "/ap/actors/" + actorId(ana);
        sql.run("UPDATE users SET locked_at = now()");
        finger("acct:ana@localhost").statusCode(404);
        sql.run("INSERT INTO internal.tombstone (uri, former_type, told) VALUES (?, 'Person', true)", uri);
        sql.run("DELETE FROM social_actors");

        finger(uri).statusCode(410).body("type", is("/problems/actor-gone"));
    }

    @Test
    void saysWhereWebFingerIsAsked() {
        var xml = given().get("/.well-known/host-meta")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/xrd+xml"))
                .extract()
                .xmlPath();
        assertThat(xml.getString("XRD.Link.@template")).isEqualTo(BASE + "/.well-known/webfinger?resource={uri}");
        given().get("/.well-known/host-meta.json")
                .then()
                .statusCode(200)
                .body("links[0].template", is(BASE + "/.well-known/webfinger?resource={uri}"));
    }

    @Test
    void saysWhatThisServerIs() {
        said(ana, "Hola", "public");

        given().get("/.well-known/nodeinfo")
                .then()
                .statusCode(200)
                .body("links.href", contains(BASE + "/nodeinfo/2.0", BASE + "/nodeinfo/2.1"));
        for (var version : new String[] {"2.0", "2.1"}) {
            given().get("/nodeinfo/" + version)
                    .then()
                    .statusCode(200)
                    .header(
                            "Content-Type",
                            containsString("http://nodeinfo.diaspora.software/ns/schema/" + version + "#"))
                    .header("Access-Control-Allow-Origin", is("*"))
                    .body("version", is(version))
                    .body("software.name", is("pana"))
                    .body("protocols", contains("activitypub"))
                    .body("services.inbound.size()", is(0))
                    .body("usage.users.keySet().size()", is(3))
                    .body("usage.keySet().size()", is(3))
                    .body("metadata.nodeName", is("Pana MIA Club"))
                    .body("metadata.nodeDescription", notNullValue())
                    .body("software.homepage", version.equals("2.1") ? is(BASE + "/") : nullValue());
        }
    }
}
