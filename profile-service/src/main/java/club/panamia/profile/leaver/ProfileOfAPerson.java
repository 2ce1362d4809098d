package club.panamia.profile.leaver;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * The profile is emptied in place and is nobody's to see: its row stays beside the account's tombstone, so that other services
 * find what hangs on it.
 */
@ApplicationScoped
class ProfileOfAPerson implements PersonalData {

    private static final String PROFILES = """
            SELECT to_jsonb(p) - 'search' - 'administrative' AS item
              FROM profiles p JOIN person ON p.user_id = person.id OR lower(p.email) = ANY (person.addresses)
            """;

    /** What was decided about it, and why; not by whom. */
    private static final String HISTORY = """
            SELECT jsonb_build_object('at', h.created_at, 'step', h.step, 'reason', h.reason) AS item
              FROM internal.profile_history h
              JOIN profiles p ON p.id = h.profile_id
              JOIN person ON p.user_id = person.id OR lower(p.email) = ANY (person.addresses)
            """;

    /** Before the address goes by which the profile may be known. */
    private static final String FORGET_REASONS = """
            UPDATE internal.profile_history h SET reason = 'The account was deleted.'
              FROM profiles p, person
             WHERE p.id = h.profile_id AND (p.user_id = person.id OR lower(p.email) = ANY (person.addresses))
               AND h.reason IS NOT NULL
            """;

    /** What was suspended stays so, for a reason that says nothing of the person. */
    private static final String EMPTY = """
            UPDATE profiles p SET
              scrubbed_at = now(), email = NULL, name = 'Former Member', phone_number = NULL, pronouns = NULL,
              status = CASE WHEN p.status = 'suspended' THEN p.status ELSE 'draft' END, active = false, submitted_at = NULL,
              reviewed_at = CASE WHEN p.status = 'suspended' THEN p.reviewed_at END, reviewed_by = NULL,
              review_reason = CASE WHEN p.status = 'suspended' THEN 'The account was deleted.' END,
              address_name = NULL, address_line1 = NULL, address_line2 = NULL, address_line3 = NULL, address_locality = NULL,
              address_region = NULL, address_postal_code = NULL, address_country = NULL, address_lat = NULL,
              address_lng = NULL, address_google_place_id = NULL, locally_based = NULL, membership_level = 'free',
              whatsapp_community = false, affiliate = NULL, social_eligible = false, social_eligible_at = NULL,
              social_ineligible_reason = NULL, descriptions = '{}', socials = '{}', hours = NULL, categories = '{}',
              counties = '{}', locations = '[]', images = '{}', verification = '{}', roles = '{}', gentedepana = NULL,
              administrative = NULL, linked_profiles = '[]',
              audience = '{}', hidden = false, mail_locale = 'en'
              FROM person
             WHERE (p.user_id = person.id OR lower(p.email) = ANY (person.addresses)) AND p.scrubbed_at IS NULL
            """;

    private static final String FORGET_REVIEWER =
            "UPDATE profiles p SET reviewed_by = NULL FROM person WHERE p.reviewed_by = person.id";

    @Override
    public Map<String, String> copy() {
        return Map.of("profiles", PROFILES, "profileHistory", HISTORY);
    }

    @Override
    public List<String> farewell() {
        return List.of(FORGET_REASONS, EMPTY, FORGET_REVIEWER);
    }
}
