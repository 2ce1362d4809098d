package club.panamia.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody learns by asking who has an account. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SameAnswerTest {

    private static final int SAMPLES = 150;

    private final Sql sql = TestDatabase.get().sql();
    private final Seed seed = new Seed();

    @Test
    void answersKnownAndUnknownAddressesAlike() {
        seed.person("Ana");

        for (var path : List.of("/api/auth/magic-link", "/signin")) {
            var known = ask(path, "ana@example.org");
            var unknown = ask(path, "nobody@example.org");

            assertThat(shape(known)).as(path).isEqualTo(shape(unknown));
        }
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isEqualTo(4);
    }

    /** Two distributions that cannot be told apart: the Kolmogorov-Smirnov distance at a level of one in ten thousand. */
    @Test
    void answersThemInTheSameTime() {
        seed.person("Ana");
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();

        for (var i = 0; i < SAMPLES + 20; i++) {
            sql.run("DELETE FROM internal.rate_limit");
            var first = i % 2 == 0;
            var one = nanos(first ? "ana@example.org" : "nobody%d@example.org".formatted(i));
            var two = nanos(first ? "nobody%d@example.org".formatted(i) : "ana@example.org");
            if (i >= 20) {
                known.add(first ? one : two);
                unknown.add(first ? two : one);
            }
        }

        assertThat(distance(known, unknown)).isLessThan(2.23 * Math.sqrt(2.0 / SAMPLES));
    }

    private static double distance(List<Long> one, List<Long> other) {
        return one.stream()
                .mapToDouble(value -> Math.abs(share(one, value) - share(other, value)))
                .max()
                .orElseThrow();
    }

    private static double share(List<Long> samples, long upTo) {
        return (double) samples.stream().filter(sample -> sample <= upTo).count() / samples.size();
    }

    private static long nanos(String email) {
        var begin = System.nanoTime();
        new Visitor().ask(email).then().statusCode(202);
        return System.nanoTime() - begin;
    }

    private static Response ask(String path, String email) {
        return path.equals("/signin") ? new Visitor().submit(path, Map.of("email", email)) : new Visitor().ask(email);
    }

    /** Status, headers and body, without what is random or of the moment in them: a cookie's end is a second later then. */
    private static String shape(Response answer) {
        var headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
                .map(header -> header.toString()
                        .replaceAll("(pending-login=)[A-Za-z0-9_-]{43}", "$1…")
                        .replaceAll("(Expires=)[^;]+", "$1…"))
                .sorted()
                .toList();
        return answer.statusCode() + " " + headers + " " + answer.asString();
    }
}
