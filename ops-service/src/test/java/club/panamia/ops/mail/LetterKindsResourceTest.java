package club.panamia.ops.mail;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LetterKindsResourceTest {

    private static final String PATH = "/api/ops/mail/letters";

    private final Seed seed = new Seed();

    @Test
    void listsEveryKindWithItsLanguagesAndWhatFillsIt() {
        var kinds =
                as(seed.admin("Ada")).get(PATH).then().statusCode(200).extract().jsonPath();

        assertThat(kinds.getList("name", String.class))
                .isSorted()
                .contains("sign-in", "verify-account", "staff-profile-submitted")
                .doesNotContain("layout");
        assertThat(kinds.<List<String>>get("find { it.name == 'sign-in' }.params"))
                .containsExactly("code", "host", "link");
        assertThat(kinds.<List<String>>get("find { it.name == 'sign-in' }.languages"))
                .containsExactly("en", "es");
        assertThat(kinds.<List<String>>get("find { it.name == 'staff-profile-submitted' }.languages"))
                .containsExactly("en");
    }

    @Test
    void showsEachOfThemInEachLanguageFilledWithSamples() {
        var ada = seed.admin("Ada");
        var names = as(ada).get(PATH).jsonPath().getList("name", String.class);

        for (var name : names) {
            for (var locale : List.of("en", "es")) {
                var preview = as(ada).queryParam("locale", locale)
                        .get(PATH + "/" + name + "/preview")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertThat(preview.getString("subject")).as(name).isNotBlank();
                assertThat(preview.getString("text")).as(name).isNotBlank().doesNotContain("{", "}");
                assertThat(preview.getString("html")).as(name).startsWith("<!DOCTYPE html>");
            }
        }
    }

    @Test
    void showsTheSampleCode() {
        as(seed.admin("Ada")).get(PATH + "/sign-in/preview").then().body("text", containsString("042042"));
    }

    @Test
    void refusesWhatThereIsNot() {
        var ada = seed.admin("Ada");

        as(ada).get(PATH + "/no-such-thing/preview").then().statusCode(404).body("type", is("/problems/not-found"));
        as(ada).get(PATH + "/sign-in/preview?locale=ht").then().statusCode(422);
        as(seed.person("Bob")).get(PATH).then().statusCode(403);
        anonymous().get(PATH + "/sign-in/preview").then().statusCode(401);
    }
}
