package club.panamia.ops.leaver;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Messages, newsletter, mails and everything else that is found by an address goes. */
@ApplicationScoped
class CorrespondenceOfAPerson implements PersonalData {

    private static final String MESSAGES = """
            SELECT to_jsonb(c) - 'acknowledged_by' - 'assigned_to' AS item
              FROM contact_submissions c JOIN person ON c.user_id = person.id OR lower(c.email) = ANY (person.addresses)
            """;

    private static final String REPLIES = """
            SELECT jsonb_build_object('message', r.message, 'createdAt', r.created_at) AS item
              FROM internal.contact_reply r JOIN contact_submissions c ON c.id = r.submission_id
              JOIN person ON c.user_id = person.id OR lower(c.email) = ANY (person.addresses)
            """;

    private static final String NEWSLETTER_RECEIPTS = """
            SELECT to_jsonb(n) - 'signup_id' AS item
              FROM internal.newsletter_consent n JOIN newsletter_signups s ON s.id = n.signup_id
              JOIN person ON lower(s.email) = ANY (person.addresses)
            """;

    private static final String MADE_EMAIL_CHANGES = """
            SELECT to_jsonb(c) - 'undo_token' AS item FROM internal.email_change c JOIN person ON c.user_id = person.id
            """;

    private static final String REFUSALS = """
            SELECT to_jsonb(m) AS item FROM internal.mail_suppression m JOIN person ON m.address = ANY (person.addresses)
            """;

    private static final String NEWSLETTER = """
            SELECT to_jsonb(s) - 'confirm_token' AS item FROM newsletter_signups s JOIN person ON lower(s.email) = ANY (person.addresses)
            """;

    private static final String MAIL_CONTACTS = """
            SELECT to_jsonb(b) AS item FROM brevo_contacts b JOIN person ON lower(b.email) = ANY (person.addresses)
            """;

    private static final String EMAIL_CHANGES = """
            SELECT to_jsonb(m) - 'migration_token' AS item FROM email_migrations m JOIN person ON m.user_id = person.id
            """;

    private static final String SIGN_IN_PROOFS = """
            SELECT to_jsonb(v) - 'verification_token' - 'browser_hash' AS item
              FROM o_auth_verifications v JOIN person ON lower(v.email) = ANY (person.addresses)
            """;

    private static final String MAILS = """
            SELECT jsonb_build_object('template', m.template, 'state', m.state, 'createdAt', m.created_at, 'sentAt', m.sent_at) AS item
              FROM internal.mail_outbox m JOIN person ON lower(m.recipient) = ANY (person.addresses)
            """;

    private static final String DELETE_MESSAGES = """
            DELETE FROM contact_submissions c USING person WHERE c.user_id = person.id OR lower(c.email) = ANY (person.addresses)
            """;

    private static final String FORGET_WHO_ACKNOWLEDGED = """
            UPDATE contact_submissions c SET acknowledged_by = NULL FROM person WHERE c.acknowledged_by = person.id
            """;

    private static final String FORGET_WHO_TOOK_IT_ON = """
            UPDATE contact_submissions c SET assigned_to = NULL, assigned_at = NULL FROM person WHERE c.assigned_to = person.id
            """;

    private static final String FORGET_WHO_ANSWERED = """
            UPDATE internal.contact_reply r SET author_id = NULL FROM person WHERE r.author_id = person.id
            """;

    private static final String FORGET_WHO_SETTLED = """
            UPDATE internal.article_report r SET settled_by = NULL FROM person WHERE r.settled_by = person.id
            """;

    private static final String DELETE_MADE_EMAIL_CHANGES = """
            DELETE FROM internal.email_change c USING person
             WHERE c.user_id = person.id OR lower(c.old_email) = ANY (person.addresses) OR lower(c.new_email) = ANY (person.addresses)
            """;

    private static final String DELETE_REFUSALS = """
            DELETE FROM internal.mail_suppression m USING person WHERE m.address = ANY (person.addresses)
            """;

    private static final String DELETE_NEWSLETTER = """
            DELETE FROM newsletter_signups s USING person WHERE lower(s.email) = ANY (person.addresses)
            """;

    private static final String DELETE_MAIL_CONTACTS = """
            DELETE FROM brevo_contacts b USING person WHERE lower(b.email) = ANY (person.addresses) AND b.lists_there = '{}'
            """;

    /** Whom the contact book may know it has to forget first: the address goes with that. */
    private static final String WISH_MAIL_CONTACTS_GONE = """
            UPDATE brevo_contacts b
               SET gone = true, name = NULL, wish = b.wish + 1, synced_at = NULL, attempts = 0, error = NULL,
                   due_at = CASE WHEN b.synced_at IS NULL THEN greatest(b.due_at, now()) ELSE now() END
              FROM person WHERE lower(b.email) = ANY (person.addresses) AND b.lists_there <> '{}'
            """;

    private static final String DELETE_EMAIL_CHANGES = """
            DELETE FROM email_migrations m USING person
             WHERE m.user_id = person.id OR lower(m.old_email) = ANY (person.addresses) OR lower(m.new_email) = ANY (person.addresses)
            """;

    private static final String DELETE_SIGN_IN_PROOFS = """
            DELETE FROM o_auth_verifications v USING person WHERE lower(v.email) = ANY (person.addresses)
            """;

    private static final String DELETE_MAILS = """
            DELETE FROM internal.mail_outbox m USING person WHERE lower(m.recipient) = ANY (person.addresses)
            """;

    @Override
    public Map<String, String> copy() {
        return Map.of(
                "messages", MESSAGES,
                "replies", REPLIES,
                "newsletter", NEWSLETTER,
                "newsletterReceipts", NEWSLETTER_RECEIPTS,
                "mailContacts", MAIL_CONTACTS,
                "emailChanges", EMAIL_CHANGES,
                "madeEmailChanges", MADE_EMAIL_CHANGES,
                "signInProofs", SIGN_IN_PROOFS,
                "mails", MAILS,
                "mailRefusals", REFUSALS);
    }

    @Override
    public List<String> farewell() {
        return List.of(
                DELETE_MESSAGES,
                FORGET_WHO_ACKNOWLEDGED,
                FORGET_WHO_TOOK_IT_ON,
                FORGET_WHO_ANSWERED,
                FORGET_WHO_SETTLED,
                DELETE_NEWSLETTER,
                DELETE_MAIL_CONTACTS,
                WISH_MAIL_CONTACTS_GONE,
                DELETE_EMAIL_CHANGES,
                DELETE_MADE_EMAIL_CHANGES,
                DELETE_REFUSALS,
                DELETE_SIGN_IN_PROOFS,
                DELETE_MAILS);
    }
}
