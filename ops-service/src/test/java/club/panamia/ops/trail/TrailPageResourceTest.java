package club.panamia.ops.trail;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TrailPageResourceTest {

    private static final String PATH = "/ops/trail";
    private static final Pattern OLDER = Pattern.compile("href=\"(/ops/trail\\?[^\"]*cursor=[^\"]+)\"");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;
    private Person ana;

    @BeforeEach
    void lines() {
        ada = seed.admin("Ada");
        ana = seed.person("Ana");
        sql.run(
                "INSERT INTO internal.security_event (actor_id, subject_id, action, reason)"
                        + " SELECT ?, ?, 'account-locked', 'Sells <pills> ' || n FROM generate_series(1, 21) n",
                ada.id(),
                ana.id());
    }

    @Test
    void findsWhatItsFormAsksForPageByPage() {
        var first = as(ada).get(PATH + "?actor=&subject=" + ana.id() + "&action=account-locked")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Sells &lt;pills&gt; 21"), not(containsString("pills&gt; 1<")))
                .extract()
                .asString();

        var older = OLDER.matcher(first);
        assertThat(older.find()).isTrue();
        as(ada).urlEncodingEnabled(false)
                .get(older.group(1).replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .body(containsString("pills&gt; 1<"), not(containsString("cursor=")));
    }

    @Test
    void saysThatNothingIsFoundInTheReadersLanguage() {
        as(ada).header("Accept-Language", "es")
                .get(PATH + "?actor=nobody")
                .then()
                .statusCode(200)
                .body(containsString("No se encontró nada."));
    }

    @Test
    void isForAdministratorsOnly() {
        as(ana).get(PATH).then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
        as(ada).get(PATH + "?action=NO").then().statusCode(422);
    }
}
