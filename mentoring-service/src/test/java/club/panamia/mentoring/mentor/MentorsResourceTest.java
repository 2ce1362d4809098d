package club.panamia.mentoring.mentor;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MentorsResourceTest {

    private static final String MENTORS = "/api/mentoring/mentors";
    private static final String OFFER = """
            {"enabled": true, "expertise": ["Clay"], "languages": ["en", "es"], "bio": "Forty years of clay.",
             "goals": "To learn sales", "hourlyRate": 20, "videoIntroUrl": "https://example.org/v"}
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void listsTheOtherMentors() {
        var ana = mentor("Ana");
        mentor("Ben");
        mentor("Cas");

        as(ana).get(MENTORS)
                .then()
                .statusCode(200)
                .body("items.screenname", contains("Ben", "Cas"))
                .body("items[0].name", is("Profile Ben"))
                .body("items[0].expertise", contains("Clay"))
                .body("items[0].languages", contains("en", "es"))
                .body("items[0].bio", is("Forty years of clay."))
                .body("items[0].videoIntroUrl", is("https://example.org/v"))
                .body("items[0].hourlyRate", is(20));
    }

    @Test
    void showsNothingPrivate() {
        mentor("Ben");
        sql.run("UPDATE profiles SET phone_number = '+13055550100', availability = '{\"timezone\":"
                + " \"America/New_York\"}'");

        var answer = as(seed.person("Ana"))
                .get(MENTORS)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer).contains("Ben").doesNotContain("@", "email", "3055550100", "New_York", "goals", "profileId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET mentoring = mentoring || '{\"enabled\": false}'",
                "UPDATE profiles SET mentoring = mentoring || '{\"enabled\": \"true\"}'",
                "UPDATE profiles SET mentoring = NULL",
                "UPDATE profiles SET user_id = NULL",
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ben'",
            })
    void leavesOutWhoCannotBeAsked(String change) {
        mentor("Ben");
        sql.run(change);

        as(seed.person("Ana")).get(MENTORS).then().statusCode(200).body("items", empty());
    }

    @Test
    void pagesWithoutLoss() {
        var ana = mentor("Ana");
        for (var i = 10; i < 21; i++) {
            mentor("mentor-" + i);
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 4)
                    .queryParam("cursor", cursor)
                    .get(MENTORS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.screenname", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(11).doesNotHaveDuplicates().doesNotContain("Ana");
    }

    @Test
    void isForMembers() {
        anonymous().get(MENTORS).then().statusCode(401);
        as(seed.person("Ana"))
                .get(MENTORS + "?limit=0")
                .then()
                .statusCode(422)
                .body("errors[0].path", containsString("limit"));
    }

    private Person mentor(String screenname) {
        var person = seed.person(screenname);
        var profile = seed.approvedProfile(person);
        sql.run("UPDATE profiles SET mentoring = CAST(? AS jsonb) WHERE id = ?", OFFER, profile);
        return person;
    }
}
