package club.panamia.social.document;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static io.restassured.RestAssured.given;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

/** Ana of this server, whose documents are read as another server reads them. */
public abstract class ReadElsewhere {

    protected static final String BASE = "http://localhost:8080";
    protected static final String AP = "application/activity+json";

    protected final Sql sql = TestDatabase.get().sql();
    protected Person ana;
    protected String actor;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
        actor = "/ap/actors/" + actorId(ana);
    }

    protected static ValidatableResponse read(String path) {
        return given().accept(AP).get(path).then();
    }
}
