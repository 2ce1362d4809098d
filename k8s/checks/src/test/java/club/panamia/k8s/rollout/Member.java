package club.panamia.k8s.rollout;

import java.util.UUID;

/** Somebody who is signed in and has a profile in the directory. */
record Member(String screenname, String session) {

    static Member in(LocalDatabase database, String screenname) {
        var session = UUID.randomUUID().toString();
        database.ask("""
                WITH person AS (
                  INSERT INTO users (email, email_verified, email_proven_at, screenname, name)
                  VALUES ('%1$s@example.org', now(), now(), '%1$s', '%1$s') RETURNING id, email),
                signed_in AS (
                  INSERT INTO sessions (session_token, user_id, expires, issued_by)
                  SELECT '%2$s', id, now() + interval '1 day', 'pana_auth' FROM person)
                INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at)
                SELECT id, email, 'Name 0', 'approved', true, now(), now() FROM person
                """.formatted(screenname, session));
        return new Member(screenname, session);
    }
}
