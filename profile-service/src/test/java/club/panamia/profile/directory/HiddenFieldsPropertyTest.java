package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No field that a viewer may not see has any part in what they get: two worlds that differ only in such fields answer alike,
 * byte for byte, in results, order, counts and tags.
 */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class HiddenFieldsPropertyTest {

    private static final int PEOPLE = 60;
    private static final String FIELDS =
            "email phoneNumber pronouns address locations hours website instagram facebook";

    /** A number and a word per person that look like chance and are the same each time; {@code ?} is what they are for. */
    private static final String CHANCE = """
            (SELECT user_id, n, (ARRAY['clay', 'bread', 'murals', 'pasteles', 'steel', 'secret'])[1 + n % 6] || n % 10 AS word
               FROM (SELECT id AS user_id, hashtext(screenname || ?) & 2147483647 AS n FROM users) u) v
            """;

    /** The one thing in a refusal that is new each time. */
    private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\":\"[^\"]*\"");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void haveNoPartInWhatEverybodyGets(long world) {
        populate(world);
        var before = answers(null);

        rewriteWhatIsHiddenFrom("members me", world + 100);

        assertThat(answers(null)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void haveNoPartInWhatMembersGet(long world) {
        populate(world);
        var ben = seed.person("ben");
        var before = answers(ben);

        rewriteWhatIsHiddenFrom("me", world + 100);

        assertThat(answers(ben)).isEqualTo(before);
    }

    /** The test itself would notice: what is shown does have a part. */
    @ParameterizedTest
    @ValueSource(longs = {7})
    void wouldBeNoticed(long world) {
        populate(world);
        var before = answers(null);

        rewriteWhatIsHiddenFrom("public", world + 100);

        assertThat(answers(null)).isNotEqualTo(before);
    }

    private void populate(long world) {
        sql.run(
                "INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM generate_series(1, ?) n",
                PEOPLE);
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, descriptions, categories, counties, audience)
                SELECT user_id, user_id || '@example.org', 'Person ' || word, 'approved', n % 10 > 0,
                       jsonb_build_object('details', word), jsonb_build_object((ARRAY['art', 'food', 'music'])[1 + n % 3], true),
                       jsonb_build_object((ARRAY['broward', 'miami_dade'])[1 + n % 2], true),
                       (SELECT jsonb_object_agg(field, (ARRAY['public', 'members', 'me'])[1 + (hashtext(n || field) & 2147483647) % 3])
                          FROM unnest(string_to_array(?, ' ')) field)
                  FROM\s""" + CHANCE, FIELDS, "world " + world);
        rewriteWhatIsHiddenFrom("public members me", world);
    }

    /** New values for every field with one of these audiences, and for all of whoever is not shown at all. */
    private void rewriteWhatIsHiddenFrom(String circles, long seed) {
        rewrite(circles, seed, "email", "email = word || p.id || '@hidden.example'");
        rewrite(circles, seed, "phoneNumber", "phone_number = '305' || n % 1000000");
        rewrite(circles, seed, "pronouns", "pronouns = word");
        rewrite(circles, seed, "hours", "hours = jsonb_build_object('text', word)");
        rewrite(circles, seed, "locations", "locations = jsonb_build_array(jsonb_build_object('name', word))");
        rewrite(
                circles,
                seed,
                "address",
                "address_lat = 25.5 + n % 997 * 0.001, address_lng = -80.5 + n % 991 * 0.001, address_line1 = word,"
                        + " address_postal_code = (ARRAY['33135', '33010'])[1 + n % 2]");
        for (var site : List.of("website", "instagram", "facebook")) {
            rewrite(circles, seed, site, "socials = socials || jsonb_build_object('%s', word)".formatted(site));
        }
        sql.run(
                "UPDATE profiles SET name = 'Hidden ' || ?, categories = '{\"tech\": true}' WHERE NOT active",
                "clay" + seed);
    }

    private void rewrite(String circles, long seed, String field, String change) {
        sql.run(
                "UPDATE profiles p SET " + change + " FROM " + CHANCE
                        + " WHERE v.user_id = p.user_id AND (p.audience ->> ? = ANY (string_to_array(?, ' ')) OR NOT p.active)",
                field + seed,
                field,
                circles);
    }

    /** Everything that this viewer can ask for, with the tags by which caches compare it. */
    private static Map<String, String> answers(Person viewer) {
        var answers = new LinkedHashMap<String, String>();
        questions().forEach(question -> {
            var answer = asked(viewer).get(question).then().extract();
            var body = REQUEST_ID.matcher(answer.asString()).replaceAll("");
            answers.put(question, "%d %s %s".formatted(answer.statusCode(), answer.header("ETag"), body));
        });
        return answers;
    }

    private static RequestSpecification asked(Person viewer) {
        return viewer == null ? anonymous() : as(viewer);
    }

    private static Stream<String> questions() {
        var near = "lat=25.9&lng=-80.2&radius=";
        var filters = Stream.of(
                "q=",
                "q=clay",
                "q=secret",
                "q=secret7",
                "q=hidden.example",
                "q=305",
                "q=\"clay\"",
                "q=pastel",
                "category=art",
                "category=tech",
                "county=broward",
                "locality=clay7",
                near + "5",
                near + "40",
                "zip=33135",
                "zip=33010&radius=60",
                "zip=33010&q=bread",
                near + "100&category=food");
        var sorts = List.of("", "&sort=newest", "&sort=shuffle&seed=s");
        var lists = filters.flatMap(filter -> Stream.concat(
                Stream.of("/api/directory/facets?" + filter),
                sorts.stream().map(sort -> "/api/directory?limit=100&" + filter + sort)));
        var profiles = IntStream.rangeClosed(1, PEOPLE).mapToObj(n -> "/api/profiles/person-" + n);
        return Stream.of(lists, profiles, Stream.of("/api/directory/featured?limit=24"))
                .flatMap(all -> all);
    }
}
