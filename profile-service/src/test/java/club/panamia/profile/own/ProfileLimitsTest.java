package club.panamia.profile.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProfileLimitsTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/name                     | {'name': null}",
                "/name                     | {'name': '   '}",
                "/name                     | {'name': 'A'}",
                "/name                     | {'name': '<76>'}",
                "/name                     | {'name': 'An\\na'}",
                "/name                     | {'name': {'first': 'Ana'}}",
                "/name                     | {'name': 'Ana \\u0000'}",
                "/name                     | {'name': 'Ana \\ud800'}",
                "/phoneNumber              | {'phoneNumber': '+1 305 555 01000'}",
                "/phoneNumber              | {'phoneNumber': 'call me'}",
                "/pronouns                 | {'pronouns': '<61>'}",
                "/locallyBased             | {'locallyBased': 'perhaps'}",
                "/descriptions/details     | {'descriptions': {'details': '<501>'}}",
                "/descriptions/details     | {'descriptions': {'details': 'a\\u0000b'}}",
                "/descriptions/background  | {'descriptions': {'background': '<501>'}}",
                "/descriptions/hearaboutus | {'descriptions': {'hearaboutus': '<501>'}}",
                "/descriptions/fiveWords   | {'descriptions': {'fiveWords': '<101>'}}",
                "/descriptions/tags        | {'descriptions': {'tags': 'short, <51>'}}",
                "/descriptions/colour      | {'descriptions': {'colour': 'red'}}",
                "/descriptions             | {'descriptions': 'all in one'}",
                "/socials/website          | {'socials': {'website': 'ftp://example.org'}}",
                "/socials/website          | {'socials': {'website': 'javascript:alert(1)'}}",
                "/socials/website          | {'socials': {'website': 'localhost'}}",
                "/socials/website          | {'socials': {'website': 'example.org/<250>'}}",
                "/socials/instagram        | {'socials': {'instagram': 'two words'}}",
                "/socials/myspace          | {'socials': {'myspace': 'ana'}}",
                "/categories/juggling      | {'categories': {'juggling': true}}",
                "/categories/art           | {'categories': {'art': 'very'}}",
                "/counties/monroe          | {'counties': {'monroe': true}}",
                "/address/country          | {'address': {'country': 'USA'}}",
                "/address/lat              | {'address': {'lat': 90.5, 'lng': 0}}",
                "/address/lng              | {'address': {'lat': 0, 'lng': -181}}",
                "/address                  | {'address': {'lat': 25.7}}",
                "/hours/text               | {'hours': {'text': '<501>'}}",
                "/gentedepana/details      | {'gentedepana': {'details': '<501>'}}",
                "/audience/email           | {'audience': {'email': 'friends'}}",
                "/audience/shoeSize        | {'audience': {'shoeSize': 'me'}}",
                "/audience                 | {'audience': 'public'}",
                "/locations                | {'locations': [{},{},{},{},{},{},{},{},{},{},{}]}",
                "/locations/0/hours        | {'locations': [{'hours': '<501>'}]}",
                "/locations/1/lat          | {'locations': [{}, {'lat': 91, 'lng': 0}]}",
                "/locations/0/shoeSize     | {'locations': [{'shoeSize': 'me'}]}",
                "/locations/0              | {'locations': [null]}",
                "/hidden                   | {'hidden': false}",
                "/badges                   | {'badges': ['legal-age']}",
                "/roles                    | {'roles': ['content-moderator']}",
                "/email                    | {'email': 'somebody@example.org'}",
                "/status                   | {'status': 'approved'}",
                "/active                   | {'active': true}",
                "/id                       | {'id': 'p'}",
            })
    void refusesWhatIsBeyondALimitAndNamesThePlace(String path, String patch) {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.change(ana, "\"0\"", spelledOut(patch)).statusCode(422).body("errors.path", hasItem(path));

        assertThat(sql.one(Integer.class, "SELECT version FROM profiles")).isZero();
    }

    /** JSON has no such numbers; a text is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"NaN | 400", "Infinity | 400", "-Infinity | 400", "'NaN' | 422", "1e400 | 422", "true | 422"})
    void refusesACoordinateThatIsNoNumber(String lat, int status) {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.change(ana, "\"0\"", spelledOut("{'address': {'lat': %s, 'lng': 0}}".formatted(lat)))
                .statusCode(status)
                .contentType("application/problem+json");

        assertThat(sql.one(Integer.class, "SELECT version FROM profiles")).isZero();
        assertThat(sql.list(String.class, "SELECT geo::text FROM profiles WHERE geo IS NOT NULL"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': '<75>'}",
                "{'phoneNumber': '(305) 555-01000'}",
                "{'descriptions': {'details': '<500>', 'background': 'uno\\r\\ndos\\ttres', 'hearaboutus': '<500>'}}",
                "{'descriptions': {'fiveWords': '<100>', 'tags': '<50>, <50>, <50>'}}",
                "{'socials': {'website': 'https://café.example.org:8443/menú?x=1#y', 'tiktok': 'https://tiktok.com/@ana'}}",
                "{'socials': {'facebook': 'facebook.com/ana', 'spotify': '@ana', 'twitter': 'ana_m.'}}",
                "{'locallyBased': 'other', 'whatsappCommunity': true, 'gentedepana': {'percentage': '10%'}}",
                "{'audience': {'email': 'members', 'instagram': 'public', 'address': 'me'}}",
                "{'locations': [{'name': 'Stall', 'country': 'us', 'hours': '<500>'}, {'lat': 25.76, 'lng': -80.19}]}",
                "{'categories': {'Venue': true, 'homemade': true, 'education': true}, 'counties': {'broward': true}}",
            })
    void acceptsWhatIsWithinTheLimits(String patch) {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.change(ana, "\"0\"", spelledOut(patch)).statusCode(200).header("ETag", "\"1\"");
    }

    /** {@code '} stands for {@code "}, and {@code <75>} for 75 letters. */
    private static String spelledOut(String patch) {
        return Pattern.compile("<([0-9]+)>")
                .matcher(patch.replace('\'', '"'))
                .replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }
}
