package club.panamia.mentoring;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;

/** Mentors as rows: with a profile, an offer and hours. */
public final class Offering {

    /** Every day from nine to five in Miami, an hour's notice. */
    public static final String NINE_TO_FIVE = """
            {"timezone": "America/New_York", "minNoticeMinutes": 60, "schedule": [
             {"day": "mon", "startTime": "09:00", "endTime": "17:00"}, {"day": "tue", "startTime": "09:00", "endTime": "17:00"},
             {"day": "wed", "startTime": "09:00", "endTime": "17:00"}, {"day": "thu", "startTime": "09:00", "endTime": "17:00"},
             {"day": "fri", "startTime": "09:00", "endTime": "17:00"}, {"day": "sat", "startTime": "09:00", "endTime": "17:00"},
             {"day": "sun", "startTime": "09:00", "endTime": "17:00"}]}
            """;

    private static final Seed SEED = new Seed();
    private static final Sql SQL = TestDatabase.get().sql();

    private Offering() {}

    public static Person mentor(String screenname) {
        return mentor(screenname, NINE_TO_FIVE);
    }

    public static Person mentor(String screenname, String availability) {
        var person = SEED.person(screenname);
        SEED.approvedProfile(person);
        offer(person, """
                {"enabled": true, "expertise": ["Clay"], "languages": ["en"], "bio": "Forty years of clay.", "hourlyRate": 30}
                """);
        availability(person, availability);
        return person;
    }

    public static void offer(Person person, String document) {
        SQL.run("UPDATE profiles SET mentoring = CAST(? AS jsonb) WHERE user_id = ?", document, person.id());
    }

    public static void availability(Person person, String document) {
        SQL.run("UPDATE profiles SET availability = CAST(? AS jsonb) WHERE user_id = ?", document, person.id());
    }

    /** In social, where both take part for this. */
    public static void block(Person person, Person other) {
        SQL.run(
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) VALUES (?, ?)",
                actor(person),
                actor(other));
    }

    private static String actor(Person person) {
        return SQL.one(String.class, """
                INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url,
                                           public_key, name)
                SELECT v.n, 'localhost', v.profile, b || v.n, b || v.n || '/inbox', b || v.n || '/outbox',
                       b || v.n || '/followers', b || v.n || '/following', 'PUBLIC KEY', v.n
                  FROM (SELECT CAST(? AS text) AS n, (SELECT id FROM profiles WHERE user_id = ?) AS profile,
                               'http://localhost:8080/ap/actors/' AS b) AS v
                RETURNING id
                """, person.screenname(), person.id());
    }

    /** Says one thing more about when this mentor can be booked. */
    public static void also(Person person, String part) {
        SQL.run(
                "UPDATE profiles SET availability = availability || CAST(? AS jsonb) WHERE user_id = ?",
                part,
                person.id());
    }
}
