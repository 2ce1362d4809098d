package club.panamia.ops.emailchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.ops.newsletter.Letterbox;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MakeChangeTest {

    @Inject
    Letterbox letterbox;

    @Inject
    Migrations migrations;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @BeforeEach
    void person() {
        ana = seed.person("Ana");
    }

    @Test
    void showsWhatTheButtonDoesAndChangesNothing() {
        Asked.by(ana, "new@example.org").then().statusCode(202);
        var token = letterbox.token("email-change-proof");

        given().get(ProofResource.PATH + "?token=" + token)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        containsString("new@example.org"),
                        containsString("lang=\"es\""),
                        containsString("method=\"post\""));
        given().head(ProofResource.PATH + "?token=" + token).then().statusCode(200);

        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
    }

    @Test
    void changesTheAccountItsProfileAndEndsItsSessionsTogether() {
        seed.approvedProfile(ana);
        seed.session(ana.id(), "pana_auth", Duration.ofDays(1));
        var ben = seed.person("Ben");

        changed("new@example.org");

        assertThat(Asked.address(ana)).isEqualTo("new@example.org");
        assertThat(sql.one(String.class, "SELECT email FROM profiles WHERE user_id = ?", ana.id()))
                .isEqualTo("new@example.org");
        assertThat(Asked.sessions(ana)).isZero();
        assertThat(Asked.sessions(ben)).isOne();
        assertThat(sql.one(Boolean.class, "SELECT email_proven_at IS NULL FROM users WHERE id = ?", ana.id()))
                .as("what ADMIN_EMAILS trusts is auth-service's to say")
                .isTrue();
        assertThat(trail()).containsExactly("email-changed");
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).containsExactly("ops.email.changed");
        assertThat(sql.list(String.class, "SELECT payload::text FROM internal.event"))
                .noneMatch(payload -> payload.contains("@"));
    }

    @Test
    void leavesAProfileThatHasAnAddressOfItsOwn() {
        seed.approvedProfile(ana);
        sql.run("UPDATE profiles SET email = 'shop@example.org' WHERE user_id = ?", ana.id());

        changed("new@example.org");

        assertThat(sql.one(String.class, "SELECT email FROM profiles WHERE user_id = ?", ana.id()))
                .isEqualTo("shop@example.org");
    }

    @Test
    void tellsTheOldAddressHowToUndoIt() {
        changed("new@example.org");

        var letter = letterbox.newest("email-changed");
        assertThat(letter.recipient()).isEqualTo("ana@example.org");
        assertThat(letter.params()).containsEntry("email", "new@example.org");
        assertThat(sql.one(Boolean.class, """
                SELECT expires_at BETWEEN now() + interval '71 hours' AND now() + interval '72 hours' FROM internal.email_change""")).isTrue();
        given().get(UndoResource.PATH + "?token=" + letterbox.token("email-changed"))
                .then()
                .statusCode(200)
                .body(containsString("ana@example.org"));
        assertThat(Asked.address(ana)).isEqualTo("new@example.org");
    }

    @Test
    void isMadeOnceHoweverOftenTheButtonIsPressed() {
        Asked.by(ana, "new@example.org").then().statusCode(202);
        var token = letterbox.token("email-change-proof");

        var answers = Race.of(8, i -> () -> Asked.prove(token).statusCode());

        assertThat(answers).containsOnlyOnce(200).contains(410).isSubsetOf(200, 410);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.email_change"))
                .isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isOne();
    }

    @Test
    void changesNothingWhenTheAddressWasTakenMeanwhile() {
        Asked.by(ana, "new@example.org").then().statusCode(202);
        sql.run("INSERT INTO users (email) VALUES ('new@example.org')");

        Asked.prove(letterbox.token("email-change-proof")).then().statusCode(409);

        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
        assertThat(Asked.sessions(ana)).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.email_change"))
                .isZero();
        assertThat(trail()).isEmpty();
    }

    @Test
    void givesEveryLinkThatDoesNotOpenTheSameAnswer() {
        Asked.by(ana, "new@example.org").then().statusCode(202);
        var token = letterbox.token("email-change-proof");
        sql.run("UPDATE email_migrations SET expires_at = now() - interval '1 second'");

        var late = Asked.prove(token);
        var unknown = Asked.prove("x");

        late.then().statusCode(410).body(not(containsString("example.org")));
        assertThat(unknown.asString()).isEqualTo(late.asString());
        given().get(ProofResource.PATH).then().statusCode(410);
        given().get(UndoResource.PATH + "?token=x").then().statusCode(410);
        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
    }

    @Test
    void isUndoneByTheOldAddressAndSignsEverybodyOut() {
        seed.approvedProfile(ana);
        changed("new@example.org");
        seed.session(ana.id(), "pana_auth", Duration.ofDays(1));

        Asked.undo(letterbox.token("email-changed")).then().statusCode(200).body(containsString("ana@example.org"));

        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
        assertThat(sql.one(String.class, "SELECT email FROM profiles WHERE user_id = ?", ana.id()))
                .isEqualTo("ana@example.org");
        assertThat(Asked.sessions(ana)).isZero();
        assertThat(trail()).containsExactly("email-changed", "email-change-undone");
        Asked.undo(letterbox.token("email-changed")).then().statusCode(410);
    }

    /** Whoever took the account may have moved it on twice: the first address wins, and the links of the others die. */
    @Test
    void isUndoneAcrossFurtherChangesWhoseLinksThenDie() {
        changed("thief@example.org");
        var owners = letterbox.token("email-changed");
        var again = new Person(
                ana.id(), "thief@example.org", "Ana", seed.session(ana.id(), "pana_auth", Duration.ofDays(1)));
        Asked.by(again, "further@example.org").then().statusCode(202);
        Asked.prove(letterbox.token("email-change-proof")).then().statusCode(200);
        var thiefs = letterbox.token("email-changed");
        var third = new Person(
                ana.id(), "further@example.org", "Ana", seed.session(ana.id(), "pana_auth", Duration.ofDays(1)));
        Asked.by(third, "last@example.org").then().statusCode(202);
        var pending = letterbox.token("email-change-proof");

        Asked.undo(owners).then().statusCode(200);

        assertThat(thiefs).isNotEqualTo(owners);
        Asked.undo(thiefs).then().statusCode(410);
        Asked.prove(pending).then().statusCode(410);
        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
        assertThat(Asked.sessions(ana)).isZero();
    }

    @Test
    void isUndoneOnceHoweverOftenItIsPressed() {
        changed("new@example.org");
        var token = letterbox.token("email-changed");

        var answers = Race.of(8, i -> () -> Asked.undo(token).statusCode());

        assertThat(answers).containsOnlyOnce(200).isSubsetOf(200, 410);
        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
    }

    @Test
    void isNotUndoneAfterThreeDays() {
        changed("new@example.org");
        sql.run("UPDATE internal.email_change SET expires_at = now() - interval '1 second'");

        Asked.undo(letterbox.token("email-changed")).then().statusCode(410);

        assertThat(Asked.address(ana)).isEqualTo("new@example.org");
    }

    @Test
    void forgetsWhatIsOver() {
        changed("new@example.org");
        sql.run("UPDATE internal.email_change SET expires_at = now() - interval '31 days'");
        Asked.by(seed.person("Ben"), "other@example.org").then().statusCode(202);
        sql.run("UPDATE email_migrations SET expires_at = now() - interval '1 second'");

        var forgotten = migrations.forgetExpired().await().atMost(Duration.ofSeconds(10));

        assertThat(forgotten).isEqualTo(2);
        assertThat(List.of(
                        sql.one(Long.class, "SELECT count(*) FROM email_migrations"),
                        sql.one(Long.class, "SELECT count(*) FROM internal.email_change")))
                .containsOnly(0L);
    }

    private List<String> trail() {
        return sql.list(
                String.class, "SELECT action FROM internal.security_event WHERE subject_id = ? ORDER BY id", ana.id());
    }

    private void changed(String address) {
        Asked.by(ana, address).then().statusCode(202);
        Asked.prove(letterbox.token("email-change-proof")).then().statusCode(200);
    }
}
