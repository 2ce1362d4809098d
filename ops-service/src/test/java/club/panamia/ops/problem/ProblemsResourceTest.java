package club.panamia.ops.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.problem.CommonProblem;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ProblemsResourceTest {

    @Test
    void listsTheKindsForPrograms() {
        given().accept("application/json")
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("$", hasSize(CommonProblem.values().length))
                .body("type", hasItem("/problems/not-found"));
    }

    @Test
    void listsTheKindsForPeople() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("href=\"/problems/not-found\""));
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void showsWhereEachTypeLeads(CommonProblem problem) {
        var path = "/problems/" + problem.slug();

        given().get(path)
                .then()
                .statusCode(200)
                .body("type", is(path))
                .body("status", is(problem.status()))
                .body("title", is(problem.title()));
        given().accept("text/html").get(path).then().statusCode(200).body(containsString("<h1>"));
    }

    @Test
    void knowsNoOther() {
        given().get("/problems/nothing").then().statusCode(404).contentType("application/problem+json");
    }
}
