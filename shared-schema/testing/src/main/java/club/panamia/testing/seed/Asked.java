package club.panamia.testing.seed;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people asked about their data, as auth-service notes and tells it; {@code addresses} are sealed by the kernel. */
public final class Asked {

    private final Sql sql = TestDatabase.get().sql();

    /** Somebody wants a copy of their data; returns the request's id. */
    public String forACopy(Person person, byte[] addresses) {
        var request = sql.one(
                String.class,
                "INSERT INTO internal.subject_request (user_id, kind, addresses, expires_at)"
                        + " VALUES (?, 'export', ?, now() + interval '7 days') RETURNING id",
                person.id(),
                addresses);
        tell("auth.user.export-requested", person, request);
        return request;
    }

    /** Somebody has left; {@code credit} is the name that stays under what they wrote. Returns the request's id. */
    public String forErasure(Person person, byte[] addresses, @Nullable String credit) {
        var request = sql.one(
                String.class,
                "INSERT INTO internal.subject_request (user_id, kind, authorship, addresses, credit)"
                        + " VALUES (?, 'erasure', ?, ?, ?) RETURNING id",
                person.id(),
                credit == null ? "anonymise" : "keep",
                addresses,
                credit);
        tell("auth.user.deleted", person, request);
        return request;
    }

    /** The event comes once more. */
    public void tell(String type, Person person, String request) {
        sql.run(
                "INSERT INTO internal.event (type, actor_id, payload)"
                        + " VALUES (?, ?, jsonb_build_object('userId', CAST(? AS text), 'requestId', CAST(? AS text)))",
                type,
                person.id(),
                person.id(),
                request);
    }

    /** What a service has put into the copy, as JSON text. */
    public String part(String request, String service) {
        return sql.one(
                String.class,
                "SELECT CAST(content AS text) FROM internal.subject_request_part WHERE request_id = ? AND service = ?",
                request,
                service);
    }

    /** Which services have done their part. */
    public List<String> done(String request) {
        return sql.list(
                String.class, "SELECT service FROM internal.subject_request_part WHERE request_id = ?", request);
    }
}
