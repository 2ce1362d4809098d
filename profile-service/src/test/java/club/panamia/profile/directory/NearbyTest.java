package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class NearbyTest {

    private static final String MIAMI = "lat=25.7617&lng=-80.1918";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void places() {
        place("Downtown", "public", 25.7743, -80.1937, "33132");
        place("Hialeah", "public", 25.8576, -80.2781, "33010");
        place("Fort Lauderdale", "public", 26.1224, -80.1373, "33301");
        place("Members only", "members", 25.7650, -80.1900, "33132");
        place("Nobody's business", "me", 25.7618, -80.1919, "33132");
        sql.run(
                "INSERT INTO profiles (email, name, status, active) VALUES ('x@example.org', 'Somewhere', 'approved', true)");
    }

    @Test
    void findsThoseWhoShowThatTheyAreNearTheNearestFirst() {
        assertThat(names(anonymous(), MIAMI + "&radius=10")).containsExactly("Downtown", "Hialeah");
        assertThat(names(anonymous(), MIAMI + "&radius=30")).containsExactly("Downtown", "Hialeah", "Fort Lauderdale");
        assertThat(names(anonymous(), MIAMI + "&radius=30&sort=name"))
                .containsExactly("Downtown", "Fort Lauderdale", "Hialeah");
    }

    @Test
    void findsForMembersWhatIsShownToMembers() {
        assertThat(names(as(seed.person("Ben")), MIAMI + "&radius=1")).containsExactly("Members only", "Downtown");
    }

    @Test
    void saysHowFarTheyAreByTheGreatCircle() {
        var found = found(anonymous(), MIAMI + "&radius=30");

        assertThat(found.getDouble("items[0].miles")).isCloseTo(0.88, within(0.01));
        assertThat(found.getDouble("items[2].miles")).isCloseTo(25.15, within(0.05));
        assertThat((Object) found(anonymous(), "sort=name").get("items[0].miles"))
                .isNull();
    }

    @Test
    void searchesAroundAZipCodeByThoseWhoShowThatTheyAreThere() {
        assertThat(names(anonymous(), "zip=33010&radius=10")).containsExactly("Hialeah", "Downtown");
        assertThat(names(anonymous(), "zip=99999")).isEmpty();
    }

    @Test
    void learnsNothingOfAZipCodeFromThoseWhoHideTheirPlace() {
        place("Hidden in 33199", "me", 25.7743, -80.1937, "33199");

        assertThat(names(anonymous(), "zip=33199")).isEmpty();
        assertThat(names(as(seed.person("Ben")), "zip=33199")).isEmpty();
    }

    @Test
    void pagesByDistanceWithoutLoss() {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, audience, address_lat, address_lng)
                SELECT 'n' || n || '@example.org', 'Twin ' || n, 'approved', true, '{"address": "public"}', 25.77 + n / 3 * 0.001, -80.19
                  FROM generate_series(1, 20) n
                """);

        var seen = Pages.ids("/api/directory?radius=50&" + MIAMI, 6);

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    /** Far in the north a degree to the east is half as far as one to the north: a flat map would list others first. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&category=art", "&mentors=true", "&q=grid&sort=distance"})
    void listsTheNearestFirstOnARoundEarth(String filter) {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, audience, address_lat, address_lng, categories, mentoring)
                SELECT 'g' || n || '@example.org', 'Grid ' || n, 'approved', true, '{"address": "public"}',
                       59.9 + n % 15 * 0.02, 10.7 + n / 15 * 0.02, '{"art": true}', '{"enabled": true}'
                  FROM generate_series(0, 224) n
                """);

        var seen = Pages.ids("/api/directory?lat=60.03&lng=10.85&radius=10" + filter, 7);

        assertThat(seen).hasSizeGreaterThan(150).isEqualTo(sql.list(String.class, """
                SELECT id FROM profiles
                 WHERE name LIKE 'Grid%' AND internal.miles(address_lat::float8, address_lng::float8, 60.03, 10.85) <= 10
                 ORDER BY internal.miles(address_lat::float8, address_lng::float8, 60.03, 10.85), id
                """));
    }

    @Test
    void findsThoseAtTheVeryPlace() {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, audience, address_lat, address_lng)
                SELECT 's' || n || '@example.org', 'Same ' || n, 'approved', true, '{"address": "public"}', 10.1234567, -20.7654321
                  FROM generate_series(1, 9) n
                """);

        assertThat(Pages.ids("/api/directory?lat=10.1234567&lng=-20.7654321&radius=1", 4))
                .hasSize(9)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lat=NaN&lng=NaN",
                "lat=91&lng=0",
                "lat=0&lng=180.5",
                "lat=Infinity&lng=0",
                "lat=25",
                "lat=x&lng=y",
                "lat=25&lng=-80&zip=33010",
                "lat=1e400&lng=0"
            })
    void refusesWhatIsNoPlace(String place) {
        var answer = anonymous().urlEncodingEnabled(false).get("/api/directory?" + place);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    private static java.util.List<String> names(RequestSpecification viewer, String query) {
        return found(viewer, query).getList("items.name");
    }

    private static JsonPath found(RequestSpecification viewer, String query) {
        return viewer.get("/api/directory?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void place(String name, String circle, double lat, double lng, String zip) {
        sql.run("""
                INSERT INTO profiles (email, name, status, active, audience, address_lat, address_lng, address_postal_code)
                VALUES (md5(?) || '@example.org', ?, 'approved', true, jsonb_build_object('address', ?), ?::numeric, ?::numeric, ?)
                """, name, name, circle, lat, lng, zip);
    }
}
