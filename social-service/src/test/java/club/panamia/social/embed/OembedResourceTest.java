package club.panamia.social.embed;

import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class OembedResourceTest extends Embedding {

    @Inject
    Pool pool;

    @Test
    void findsAPostByAnyOfItsAddresses() {
        var id = said(ana, "Hola", "public");

        for (var address : new String[] {
            page(id),
            page(id) + "/",
            page(id) + "?utm_source=x&y#z",
            page(id).replace("/p/Ana", "/p/formerly"),
            page(id).replace("http://localhost", "HTTP://LOCALHOST"),
            PUBLIC_URL + "/ap/statuses/" + id,
        }) {
            assertThat(ask(address).path("html").toString()).as(address).contains(page(id));
        }
    }

    @Test
    void isOfferedToWhoOpensThePost() {
        var id = said(ana, "Hola", "public");

        var link = anonymous()
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/ap/statuses/" + id)
                .then()
                .statusCode(303)
                .extract()
                .header("Link");

        assertThat(link).contains("; rel=\"alternate\"; type=\"application/json+oembed\"");
        var address = link.substring(link.lastIndexOf('<') + 1, link.lastIndexOf('>'));
        assertThat(address).startsWith(PUBLIC_URL + "/api/social/oembed?");
        anonymous()
                .urlEncodingEnabled(false)
                .get(address.substring(PUBLIC_URL.length()))
                .then()
                .statusCode(200)
                .body("title", is("Hola"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/p/Ana/%s",
                "http://localhost:8080.elsewhere.example/p/Ana/%s",
                "http://localhost:8080/a/%s",
                "http://localhost:8080/p/%s",
                "http://localhost:8080/ap/statuses/%s/replies",
                "http://localhost:8080/p/Ana/%sx",
                "http://localhost:8080/p/Ana/%s%%00",
                "%s",
                "javascript:alert(1)//%s",
            })
    void knowsNoOtherAddress(String form) {
        refused(form.formatted(said(ana, "Hola", "public")));
    }

    @Test
    void keepsWithinBounds() {
        var id = said(ana, "Hola", "public");

        ask(page(id), "maxwidth", "2147483647").then().statusCode(200).body("width", is(550));
        ask(page(id), "maxwidth", "1").then().statusCode(200).body("width", is(1));
        for (var room : new String[] {"maxwidth", "maxheight"}) {
            ask(page(id), room, "0").then().statusCode(422).body("errors[0].path", is(room));
            ask(page(id), room, "-1").then().statusCode(422);
            assertThat(ask(page(id), room, "wide").statusCode()).isBetween(400, 422);
        }
        anonymous().get("/api/social/oembed").then().statusCode(422).body("type", is("/problems/invalid-input"));
        ask("").then().statusCode(422);
        ask(page(id) + "?" + "x".repeat(2000)).then().statusCode(422);
    }

    @Test
    void isWrittenInJsonAlone() {
        var id = said(ana, "Hola", "public");

        ask(page(id), "format", "json").then().statusCode(200);
        for (var format : new String[] {"xml", "JSON", "yaml"}) {
            ask(page(id), "format", format).then().statusCode(501).body("type", is("/problems/no-such-format"));
        }
    }

    @Test
    void isNotSentAgainUntilItChanges() {
        var id = said(ana, "Hola", "public");
        sql.run("UPDATE social_statuses SET expires_at = now() + interval '1000 seconds'");
        var tag = ask(page(id)).then().extract().header("ETag");

        known(id, tag).then().statusCode(304).header("ETag", tag).header("Cache-Control", "public, max-age=60");
        known(id, "\"x\"").then().statusCode(200);
        for (var change : new String[] {
            "UPDATE social_statuses SET content = '<p>Adiós</p>'",
            "UPDATE social_statuses SET content_warning = 'Food'",
            "UPDATE social_actors SET name = 'Anita'",
        }) {
            sql.run(change);
            var next = known(id, tag).then().statusCode(200).extract().header("ETag");
            assertThat(next).as(change).isNotEqualTo(tag);
            tag = next;
        }
    }

    @Test
    void isKeptNoLongerThanThePostStays() {
        var id = said(ana, "Hola", "public");
        sql.run("UPDATE social_statuses SET expires_at = now() + interval '30 seconds'");

        var answer =
                ask(page(id)).then().body("cache_age", lessThanOrEqualTo(30)).extract();

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=" + answer.path("cache_age"));
    }

    @Test
    void readsIndexesOnly() {
        Crowd.with(sql);

        var plan = Plan.forAnyValues(pool, Embeds.ONE, Tuple.of("one"));

        Crowd.assertUsesIndexes(plan, Embeds.ONE);
        assertThat(plan).doesNotContain("Seq Scan on social_attachments");
    }
}
