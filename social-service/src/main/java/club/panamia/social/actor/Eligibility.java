package club.panamia.social.actor;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Whether a person may take part, and why not: what clients tell the reasons by. */
record Eligibility(boolean eligible, @Nullable String reason) {

    private static final Eligibility GRANTED = new Eligibility(true, null);

    /** One needs a profile, nobody has taken the right away, and the profile is one that others may see. */
    static Eligibility of(Row row) {
        if (row.getString("profile_id") == null) {
            return refused("no_profile");
        }
        if (!row.getBoolean("social_eligible")) {
            var why = row.getString("social_ineligible_reason");
            return refused(why == null ? "not_eligible" : why);
        }
        if ("suspended".equals(row.getString("standing"))) {
            return refused("suspended");
        }
        return row.getBoolean("active") ? GRANTED : refused("profile_not_active");
    }

    private static Eligibility refused(String reason) {
        return new Eligibility(false, reason);
    }
}
