package club.panamia.schema.screenname;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmptyTables.class)
class ScreennameTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = new Seed().person("ana");
        ben = new Seed().person("ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob", "bob", " BOB ", "BOB"})
    void isTakenInEverySpellingWhileSomebodyHasIt(String spelling) {
        rename(ana, "Bob");

        assertThat(refused(ben, spelling)).isEqualTo("screenname_claim_pkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob", "bob", " BOB "})
    void staysReservedToWhoHadIt(String spelling) {
        rename(ana, "Bob");
        rename(ana, "anita");

        assertThat(refused(ben, spelling)).isEqualTo("screenname_claim_pkey");
        rename(ana, spelling);
        assertThat(current(ana)).isEqualTo(spelling.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Pana", "SUPPORT", "directory", "Well-Known"})
    void isNotAWordOfTheHouse(String word) {
        assertThat(refused(ana, word)).isEqualTo("screenname_claim_pkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "_ana", "ana-", "a na", "año", "a-name-of-twenty-five-char", "\tana2"})
    void hasTheShapeThatLinksCanCarry(String name) {
        assertThat(refused(ana, name)).isEqualTo("users_screenname_check");
    }

    @Test
    void comesBackAndLeadsOnToTheCurrentOne() {
        rename(ana, "bella");
        rename(ana, "ana");
        rename(ana, "carla");

        assertThat(current(ana)).isEqualTo("carla");
        assertThat(redirects()).containsExactly("ana -> carla", "bella -> ana");
        assertThat(claims(ana)).containsExactly("ana former", "bella former", "carla current");
    }

    @Test
    void changesItsCaseWithoutLeavingATrace() {
        rename(ana, "Ana");

        assertThat(current(ana)).isEqualTo("Ana");
        assertThat(redirects()).isEmpty();
        assertThat(claims(ana)).containsExactly("ana current");
    }

    @Test
    void isNeededByNobody() {
        sql.run("UPDATE users SET screenname = '  ' WHERE id = ?", ana.id());

        assertThat(sql.list(String.class, "SELECT screenname FROM users WHERE id = ?", ana.id()))
                .containsOnlyNulls();
        assertThat(claims(ana)).containsExactly("ana former");
    }

    @Test
    void staysReservedWhenThePersonIsScrubbedAndWhenTheRowIsGone() {
        rename(ana, "Bob");
        sql.run(
                "UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now() WHERE id = ?",
                ana.id());

        assertThat(redirects()).containsExactly("Bob -> null", "ana -> Bob");
        assertThat(refused(ben, " BOB ")).isEqualTo("screenname_claim_pkey");
        TestDatabase.get()
                .sqlAs("pana_eraser")
                .one(Object.class, "SELECT coalesce(internal.erase_user(?), 'gone')", ana.id());

        assertThat(claims(ana)).containsExactly("ana former", "bob former");
        assertThat(refused(ben, "bob")).isEqualTo("screenname_claim_pkey");
        assertThat(refused(ben, "ANA")).isEqualTo("screenname_claim_pkey");
    }

    @Test
    void isClaimedByWhoeverWritesIt() {
        TestDatabase.get().sqlAs("pana_auth").run("UPDATE users SET screenname = 'bella' WHERE id = ?", ana.id());

        assertThat(claims(ana)).containsExactly("ana former", "bella current");
    }

    private void rename(Person person, String name) {
        sql.run("UPDATE users SET screenname = ? WHERE id = ?", name, person.id());
    }

    private String refused(Person person, String name) {
        return String.valueOf(sql.refusal("UPDATE users SET screenname = ? WHERE id = ?", name, person.id())
                .constraint());
    }

    private String current(Person person) {
        return sql.one(String.class, "SELECT screenname FROM users WHERE id = ?", person.id());
    }

    private List<String> redirects() {
        return sql.list(
                String.class,
                "SELECT screenname || ' -> ' || coalesce(redirect_to, 'null') FROM screenname_history ORDER BY screenname COLLATE \"C\"");
    }

    private List<String> claims(Person person) {
        return sql.list(
                String.class,
                "SELECT norm || ' ' || state FROM internal.screenname_claim WHERE user_id = ? ORDER BY norm",
                person.id());
    }
}
