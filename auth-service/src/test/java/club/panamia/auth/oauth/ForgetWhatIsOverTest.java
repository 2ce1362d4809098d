package club.panamia.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ForgetWhatIsOverTest {

    @Inject
    ForgetWhatIsOver forgetWhatIsOver;

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void keepsWhatCanStillMatter() {
        Program.confidential("shop");
        new Seed().person("Ana");
        code("a", "-11 minutes");
        code("b", "-9 minutes");
        sql.run(
                "INSERT INTO internal.oauth_revocation (token_id, expires_at) VALUES ('over', now() - interval '1 second'), ('good', now() + interval '1 minute')");

        forgetWhatIsOver.forget().await().atMost(Duration.ofSeconds(5));

        assertThat(sql.list(String.class, "SELECT left(code_hash, 1) FROM internal.oauth_code"))
                .containsExactly("b");
        assertThat(sql.list(String.class, "SELECT token_id FROM internal.oauth_revocation"))
                .containsExactly("good");
    }

    private void code(String letter, String expires) {
        sql.run("""
                INSERT INTO internal.oauth_code (code_hash, client_id, session_id, redirect_uri, scope, code_challenge, expires_at)
                VALUES (repeat(?, 64), 'shop', (SELECT public_id FROM sessions), 'x', '', repeat('c', 43), now() + ?::interval)""", letter, expires);
    }
}
