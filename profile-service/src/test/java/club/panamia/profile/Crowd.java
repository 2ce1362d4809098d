package club.panamia.profile;

import club.panamia.testing.database.Planner;
import club.panamia.testing.database.TestDatabase;

/** Tables of a size that is worth an index. */
public final class Crowd {

    private Crowd() {}

    /** Five thousand people with a profile each, handed in twice: nearly nine in ten are approved, one in a hundred waits. */
    public static void seed() {
        var sql = TestDatabase.get().sql();
        sql.run("""
                INSERT INTO users (email, email_verified, screenname, name)
                SELECT 'person' || n || '@example.org', now(), 'person-' || n, 'Person ' || n FROM generate_series(1, 5000) n
                """);
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at, created_at, descriptions,
                                      categories, counties, audience, address_lat, address_lng, address_postal_code,
                                      address_locality, mentoring, verification)
                SELECT u.id, u.email,
                       initcap(s[n % 20 + 1] || s[n / 20 % 20 + 1] || s[n % 7 + 1]) || ' '
                         || initcap(s[n / 7 % 20 + 1] || s[n / 400 + 1] || s[n % 11 + 1]),
                       (CASE WHEN n % 100 = 0 THEN 'submitted' WHEN n % 10 = 1 THEN 'draft' ELSE 'approved' END)::profile_status,
                       n % 100 <> 0 AND n % 10 <> 1, now() - n * interval '1 minute', now(), now() - n * interval '1 minute',
                       jsonb_build_object('tags', 'tag' || n, 'details', (
                         SELECT string_agg(s[n * k % 20 + 1] || s[n * k * k % 19 + 1] || s[(n + k) % 17 + 1], ' ')
                           FROM generate_series(1, 30) k)),
                       jsonb_build_object((ARRAY['art', 'food', 'music', 'tech', 'venue', 'clothing'])[n % 6 + 1], true),
                       jsonb_build_object((ARRAY['broward', 'palm_beach', 'miami_dade'])[n % 3 + 1], true),
                       jsonb_build_object('address', (ARRAY['public', 'members', 'me'])[n % 3 + 1]),
                       25.3 + n * 37 % 1600 * 0.001, -80.6 + n * 53 % 600 * 0.001, (33000 + n % 90)::text, 'Town ' || n % 40,
                       CASE WHEN n % 10 = 3 THEN jsonb_build_object('enabled', true, 'languages', jsonb_build_array('l' || n % 7),
                         'expertise', jsonb_build_array('skill ' || n % 50)) END,
                       CASE WHEN n % 20 = 5 THEN '{"panaVerified": true}'::jsonb ELSE '{}' END
                  FROM (SELECT id, email, substring(email FROM '[0-9]+')::int AS n FROM users) u,
                       string_to_array('ma ri so lu na del car men ta vi ro san che bo pe lo qui zar fe gon', ' ') s
                """);
        sql.run("""
                INSERT INTO internal.profile_history (profile_id, actor_id, step)
                SELECT id, user_id, 'submitted' FROM profiles, generate_series(1, 2) WHERE status <> 'draft'
                """);
        Planner.knows("users, profiles, internal.profile_history");
    }
}
