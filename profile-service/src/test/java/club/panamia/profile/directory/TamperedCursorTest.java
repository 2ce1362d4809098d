package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor holds nothing that its reader may not see: whoever writes another one gets another page, or a refusal. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TamperedCursorTest {

    private static final char PART = '\u001f';

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void thirty() {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, audience, address_lat, address_lng)
                SELECT 'n' || n || '@example.org', 'Clay ' || n, 'approved', true, '{"address": "public"}', 25.77 + n * 0.001, -80.19
                  FROM generate_series(1, 30) n
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "q=clay, relevance//x/id",
        "q=clay, relevance//99999999999/id",
        "q=clay, relevance//1.5/id",
        "lat=25.7&lng=-80.2, distance//NaN/id",
        "lat=25.7&lng=-80.2, distance//Infinity/id",
        "lat=25.7&lng=-80.2, distance//far/id",
        "sort=newest, newest//yesterday/id",
        "sort=newest, newest//+1000000-01-01T00:00:00Z/id",
        "sort=newest, newest//1969-12-31T00:00:00Z/id",
        "sort=name, newest//2026-01-01T00:00:00Z/id",
        "sort=name, shuffle/a/0a/id",
        "sort=name, nonsense//a/id",
        "sort=name, name",
        "sort=name, name//a",
        "sort=name, name//a/id/more",
        "sort=name, name//a\0/id"
    })
    void isRefusedWhereItSaysWhatCannotBe(String search, String parts) {
        var joined = parts.replace('/', PART).getBytes(StandardCharsets.UTF_8);

        refused(search, Base64.getUrlEncoder().withoutPadding().encodeToString(joined));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "a b", "....", "bmFtZQ=="})
    void isRefusedWhereItIsNone(String cursor) {
        refused("sort=name", cursor);
    }

    @Test
    void isRefusedWhenItIsEndless() {
        refused("sort=name", "a".repeat(1001));
    }

    @Test
    void belongsToItsOrder() {
        refused("sort=newest", next("sort=name"));
        refused("q=clay", next("lat=25.7&lng=-80.2"));
    }

    /** Whatever is changed, nothing breaks and nobody unlisted appears. */
    @ParameterizedTest
    @ValueSource(strings = {"q=clay", "lat=25.7&lng=-80.2", "sort=newest", "sort=name", "sort=shuffle&seed=x"})
    void breaksNothingWhereverItIsChanged(String search) {
        sql.run("INSERT INTO profiles (email, name, status, submitted_at)"
                + " VALUES ('h@example.org', 'Clay hidden', 'submitted', now())");
        var cursor = next(search).toCharArray();
        var random = new Random(11);
        for (var i = 0; i < 60; i++) {
            var changed = cursor.clone();
            changed[random.nextInt(changed.length)] = (char) ('A' + random.nextInt(26));

            var answer = anonymous().queryParam("cursor", new String(changed)).get("/api/directory?limit=5&" + search);

            assertThat(answer.statusCode()).as(new String(changed)).isIn(200, 422);
            assertThat(answer.asString()).doesNotContain("hidden");
        }
    }

    private static void refused(String search, String cursor) {
        anonymous()
                .queryParam("cursor", cursor)
                .get("/api/directory?" + search)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].path", is("cursor"));
    }

    private static String next(String search) {
        return anonymous()
                .get("/api/directory?limit=5&" + search)
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
    }
}
