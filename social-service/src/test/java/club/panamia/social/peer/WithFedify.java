package club.panamia.social.peer;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.social.delivery.DeliveriesOfTests;
import club.panamia.social.inbox.InboxOfTests;
import club.panamia.social.signature.Form;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana of this server and Ben of one that runs Fedify, which has nothing to do with us and refuses what it does not understand. */
abstract class WithFedify {

    static final String STATUSES = "/api/social/statuses/";

    final Sql sql = TestDatabase.get().sql();
    FedifyPeer peer;
    Person ana;
    String anaUri;

    @Inject
    InboxOfTests inbox;

    @Inject
    DeliveriesOfTests deliveries;

    @BeforeEach
    void ana() {
        assumeTrue(FedifyPeer.isInstalled(), "npm ci in src/test/peer installs Fedify; bin/test does it");
        var seed = new Seed();
        ana = seed.person("Ana");
        seed.approvedProfile(ana);
        anaUri = as(ana).put("/api/social/actors/me")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("actor.uri");
    }

    @AfterEach
    void close() {
        if (peer != null) {
            peer.close();
        }
    }

    /** Both servers sign in this form. */
    void signs(Form form) {
        peer = FedifyPeer.start(RestAssured.port, form);
        sql.run("INSERT INTO internal.peer (host, signature) VALUES (?, ?)", peer.host(), form.label());
    }

    JsonObject ben(String does, Map<String, ?> more) {
        var act = peer.act("ben", does, anaUri, more);
        inbox.drain();
        deliveries.send();
        return act;
    }

    JsonObject heard(String type) {
        var heard = peer.heard(type);
        assertThat(heard).as(type).isNotEmpty();
        return heard.getLast();
    }

    void write(String method, String path, Map<String, ?> body) {
        as(ana).contentType(ContentType.JSON)
                .body(body)
                .request(method, path)
                .then()
                .statusCode(200);
        deliveries.send();
    }

    void react(String method, String path) {
        as(ana).request(method, path).then().statusCode(204);
        deliveries.send();
    }

    long count(String table) {
        return sql.one(Long.class, "SELECT count(*) FROM " + table);
    }
}
