package club.panamia.social.actor;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person changes of themselves, their actor shows as well. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ActorInStepTest extends Newcomer {

    @Inject
    EventPump pump;

    @Test
    void showsEverybodyWhatItsPersonShowsToEverybody() {
        as(ana).put(MINE).then().statusCode(200).body("actor.fields.size()", is(0));
        sql.run("""
                UPDATE profiles SET images = '{"header": {"file": "abc"}}',
                  socials = '{"website": "https://ana.example/?a=\\"&b", "tiktok": "@ana", "instagram": "ana.clay", "twitter": "ana"}',
                  audience = '{"website": "public", "tiktok": "public", "instagram": "members"}'""");
        sql.run("UPDATE users SET account_type = 'small_business'");
        happened("profile.profile.changed");

        as(ana).get(MINE)
                .then()
                .body("actor.fields.name", contains("Website", "TikTok"))
                .body(
                        "actor.fields[0].value",
                        is("<a href=\"https://ana.example/?a=&quot;&amp;b\" rel=\"me nofollow noopener\">"
                                + "ana.example/?a=&quot;&amp;b</a>"))
                .body("actor.fields[1].value", containsString("https://www.tiktok.com/@ana"))
                .body("actor.headerUrl", is("http://localhost:8080/media/profile/abc-960.jpg"))
                .body("actor.type", is("Organization"));
        assertThat(events()).containsExactly("social.actor.joined", "social.actor.changed");
    }

    @Test
    void isCalledAsItsPersonAndFoundUnderFormerNames() {
        var id = as(ana).put(MINE).then().extract().jsonPath().getString("actor.id");
        sql.run("UPDATE users SET screenname = 'Anita'");
        happened("auth.screenname.changed");
        happened("auth.screenname.changed");

        for (var name : new String[] {"anita", "ANA"}) {
            anonymous()
                    .get("/api/social/actors/" + name)
                    .then()
                    .statusCode(200)
                    .body("id", is(id))
                    .body("username", is("Anita"));
        }
        assertThat(events()).filteredOn("social.actor.changed"::equals).hasSize(1);
    }

    @Test
    void showsWhatItsProfileSaysNow() {
        as(ana).put(MINE).then().statusCode(200);
        sql.run("UPDATE profiles SET name = 'Anita', descriptions = '{\"background\": \"Miami\"}', images ="
                + " '{\"primary\": {\"file\": \"abc\"}}'");
        happened("profile.profile.changed");
        happened("profile.images.changed");

        as(ana).get(MINE)
                .then()
                .body("actor.name", is("Anita"))
                .body("actor.summary", is("<p>Miami</p>"))
                .body("actor.iconUrl", is("http://localhost:8080/media/profile/abc-320.jpg"));
        sql.run("UPDATE profiles SET images = '{}'");
        happened("profile.images.changed");
        assertThat(sql.list(String.class, "SELECT icon_url FROM social_actors")).containsOnlyNulls();
    }

    private void happened(String type) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES (?, jsonb_build_object('userId', CAST(? AS text)))",
                type,
                ana.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
