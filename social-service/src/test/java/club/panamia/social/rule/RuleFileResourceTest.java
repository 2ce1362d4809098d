package club.panamia.social.rule;

import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RuleFileResourceTest {

    private static final String RULES = "/api/social/server-rules";

    private Person admin;

    @BeforeEach
    void anAdministrator() {
        admin = new Seed().admin("Olga");
    }

    @Test
    void comeFromAFileAndGoToOne() {
        upload("#domain,#severity\nb.example,suspend\na.example,silence\n")
                .statusCode(200)
                .body("changed", is(2));
        upload("#domain,#severity\nb.example,suspend\n").statusCode(200).body("changed", is(0));
        upload("#domain,#severity\nc.example,suspend\nnone,harsh\n")
                .statusCode(422)
                .body("detail", containsString("Line 3"));

        as(admin)
                .get(RULES + "/file")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(is("""
                        #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
                        a.example,silence,false,false,,false
                        b.example,suspend,true,false,,false
                        """));
        as(admin)
                .get(RULES + "?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].domain", is("a.example"))
                .body("items[0].severity", is("silence"));
    }

    private ValidatableResponse upload(String file) {
        return as(admin)
                .contentType("text/csv")
                .body(file)
                .post(RULES + "/file")
                .then();
    }
}
