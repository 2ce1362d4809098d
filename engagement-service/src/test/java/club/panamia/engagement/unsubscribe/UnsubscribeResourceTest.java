package club.panamia.engagement.unsubscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class UnsubscribeResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    UnsubscribeTokens tokens;

    private Person ana;

    @BeforeEach
    void whatWaits() {
        ana = seed.person("Ana");
        sql.run("""
                INSERT INTO internal.notification_delivery (user_id, event_key, category, kind, channel, state, due_at)
                VALUES (?, '1', 'lists', 'listed', 'email', 'queued', now()),
                       (?, '2', 'newFollower', 'followed', 'email', 'queued', now()),
                       (?, '3', 'security', 'account-linked', 'email', 'queued', now())
                """, ana.id(), ana.id(), ana.id());
    }

    @Test
    void changesNothingByBeingLookedAt() {
        given().get(link("lists"))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(containsString("<form method=\"post\">"), containsString("¿Quieres menos correo?"));

        assertThat(said()).isEmpty();
        assertThat(waiting()).containsExactly("lists", "newFollower", "security");
    }

    @Test
    void endsOneKindOfMailInOneClickWithoutACookieHoweverOftenItComes() {
        var link = link("lists");

        for (var i = 0; i < 2; i++) {
            given().redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(link)
                    .then()
                    .statusCode(200);
        }

        assertThat(said()).containsExactly("lists email false");
        assertThat(waiting()).containsExactly("newFollower", "security");
        assertThat(sql.list(String.class, "SELECT reason FROM internal.notification_delivery WHERE state = 'withheld'"))
                .containsExactly("not-wanted");
    }

    @Test
    void endsAllMailOfADigestButNotWhatNobodyCanDecline() {
        given().post(link("lists", "newFollower")).then().statusCode(200).body(containsString("Hecho"));

        assertThat(sql.list(String.class, "SELECT digest FROM internal.notification_setting"))
                .containsExactly("off");
        assertThat(waiting()).containsExactly("security");
    }

    @Test
    void takesOnlyLinksOfItsOwn() {
        var link = link("lists");

        for (var other : List.of(
                "/unsubscribe/nonsense",
                link.substring(0, link.length() - 4),
                link + "x",
                "/unsubscribe/" + "a".repeat(501))) {
            given().post(other).then().statusCode(404).body("type", is("/problems/no-such-subscription"));
            given().get(other).then().statusCode(404);
        }

        assertThat(said()).isEmpty();
        assertThat(waiting()).hasSize(3);
    }

    private String link(String... categories) {
        return "/unsubscribe/" + tokens.of(ana.id(), Set.of(categories));
    }

    private List<String> said() {
        return sql.list(
                String.class,
                "SELECT category || ' ' || channel || ' ' || wanted FROM internal.notification_preference");
    }

    private List<String> waiting() {
        return sql.list(
                String.class,
                "SELECT category FROM internal.notification_delivery WHERE state = 'queued' ORDER BY category");
    }
}
