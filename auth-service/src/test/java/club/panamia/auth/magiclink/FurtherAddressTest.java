package club.panamia.auth.magiclink;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FurtherAddressTest {

    @Inject
    SentMail mail;

    private final Visitor visitor = new Visitor();
    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void letsThePersonInWhoseAddressItIs() {
        var ana = seed.person("Ana");
        sql.run("UPDATE users SET alternate_emails = '{ana@work.example}' WHERE id = ?", ana.id());

        visitor.ask("Ana@work.example").then().statusCode(202);
        visitor.confirm(mail.newest()).then().statusCode(303);

        withToken(visitor.cookies.get(COOKIE)).get("/api/auth/session").then().body("user.id", is(ana.id()));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
    }
}
