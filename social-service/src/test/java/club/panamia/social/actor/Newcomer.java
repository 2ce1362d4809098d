package club.panamia.social.actor;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Ana, who has a profile and no actor yet. */
abstract class Newcomer {

    static final String MINE = "/api/social/actors/me";

    final Seed seed = new Seed();
    final Sql sql = TestDatabase.get().sql();
    Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
        seed.approvedProfile(ana);
        sql.run("UPDATE profiles SET name = 'Ana <Clay>', descriptions = '{\"details\": \"Pots & <b>pans</b>\\n"
                + "by hand\"}'");
    }

    List<String> events() {
        return sql.list(String.class, "SELECT type FROM internal.event WHERE type LIKE 'social.%' ORDER BY id");
    }
}
