package club.panamia.auth.leaving;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The account is emptied in place, and whatever opens it goes. Of the trail and of the screenname nothing is taken back. */
@ApplicationScoped
class AccountOfAPerson implements PersonalData {

    private static final String ACCOUNT = "SELECT to_jsonb(u) AS item FROM users u JOIN person ON u.id = person.id";

    private static final String SESSIONS =
            "SELECT to_jsonb(s) - 'session_token' AS item FROM sessions s JOIN person ON s.user_id = person.id";

    private static final String LINKED_ACCOUNTS = """
            SELECT to_jsonb(a) - 'access_token' - 'refresh_token' - 'id_token' - 'session_state' AS item
              FROM accounts a JOIN person ON a.user_id = person.id
            """;

    private static final String CONSENTS =
            "SELECT to_jsonb(c) AS item FROM internal.oauth_consent c JOIN person ON c.user_id = person.id";

    private static final String SECURITY_EVENTS = """
            SELECT jsonb_build_object('at', e.created_at, 'action', e.action, 'byMyself', e.actor_id = person.id) AS item
              FROM internal.security_event e JOIN person ON e.subject_id = person.id
            """;

    private static final String EMPTY = """
            UPDATE users u SET
              scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL, name = NULL, image = NULL,
              screenname = NULL, last_screenname_change = NULL, role = 'user', account_type = 'personal', locked_at = NULL,
              lock_reason = NULL, alternate_emails = '{}', notification_preferences = NULL, zip_code = NULL, affiliate = NULL
              FROM person
             WHERE u.id = person.id AND u.scrubbed_at IS NULL
            """;

    private static final String END_SESSIONS = "DELETE FROM sessions s USING person WHERE s.user_id = person.id";

    private static final String UNLINK = "DELETE FROM accounts a USING person WHERE a.user_id = person.id";

    private static final String FORGET_LINKS =
            "DELETE FROM verification_tokens t USING person WHERE lower(t.identifier) = ANY (person.addresses)";

    private static final String FORGET_PROOFS =
            "DELETE FROM o_auth_verifications v USING person WHERE lower(v.email) = ANY (person.addresses)";

    private static final String DELETE_COPY =
            "DELETE FROM internal.subject_request r USING person WHERE r.user_id = person.id AND r.kind = 'export'";

    @Override
    public Map<String, String> copy() {
        return Map.of(
                "account", ACCOUNT,
                "sessions", SESSIONS,
                "linkedAccounts", LINKED_ACCOUNTS,
                "consents", CONSENTS,
                "securityEvents", SECURITY_EVENTS);
    }

    @Override
    public List<String> farewell() {
        return List.of(EMPTY, END_SESSIONS, UNLINK, FORGET_LINKS, FORGET_PROOFS, DELETE_COPY);
    }
}
