package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Seed;
import java.util.List;

/** A potter of Miami, a baker and a tailor of Broward, all listed, and somebody who is not. */
final class ThreePeople {

    private static final Sql SQL = TestDatabase.get().sql();

    private ThreePeople() {}

    static void seed() {
        var rosa = new Seed().person("rosa");
        listed("Rosa Márquez", "{'details': 'Hand-built cerámica', 'tags': 'tiles, workshops'}", "art", "miami_dade");
        listed("Baptiste Bakery", "{'fiveWords': 'Bread before the sun rises'}", "food", "broward");
        listed("Ávila Sastre", "{'background': 'Three generations of tailors'}", "clothing", "broward");
        SQL.run(
                "UPDATE profiles SET user_id = ?, address_locality = 'Miami', phone_number = '305' WHERE name LIKE 'Rosa%'",
                rosa.id());
        SQL.run("""
                INSERT INTO profiles (email, name, status, submitted_at, descriptions)
                VALUES ('hidden@example.org', 'Rosa Hidden', 'submitted', now(), '{"details": "ceramica"}')
                """);
    }

    /** Who is listed in answer to names and values of a query, in their order. */
    static List<String> names(String... query) {
        var request = anonymous();
        for (var i = 0; i + 1 < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/directory")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.name");
    }

    static void listed(String name, String descriptions, String category, String county) {
        SQL.run("""
                INSERT INTO profiles (email, name, status, active, reviewed_at, descriptions, categories, counties)
                VALUES (md5(?) || '@example.org', ?, 'approved', true, now(), ?::jsonb, jsonb_build_object(?, true), jsonb_build_object(?, true))
                """, name, name, descriptions.replace('\'', '"'), category, county);
    }
}
