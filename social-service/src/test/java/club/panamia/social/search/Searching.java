package club.panamia.social.search;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

/** Ben, who looks for what Ana has said. */
abstract class Searching {

    static final String SEARCH = "/api/social/search/statuses";

    final Sql sql = TestDatabase.get().sql();
    Person ana;
    Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    ValidatableResponse find(String words) {
        return as(ben).queryParam("q", words).get(SEARCH).then();
    }
}
