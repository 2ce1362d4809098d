package club.panamia.ops.newsletter;

import club.panamia.ops.page.Pages;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody on the list, or on the way there or away, as pages show them. */
record Reader(
        String id,
        String email,
        @Nullable String name,
        @Nullable SignupType signupType,
        String localeTag,
        boolean reads) {

    static final String COLUMNS = """
            id, email, name, signup_type::text AS signup_type, locale,
            (confirmed_at IS NOT NULL AND unsubscribed_at IS NULL) AS reads
            """;

    static Reader of(io.vertx.mutiny.sqlclient.Row row) {
        return new Reader(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                SignupType.find(row.getString("signup_type")).orElse(null),
                row.getString("locale"),
                row.getBoolean("reads"));
    }

    Locale locale() {
        return Pages.locale(localeTag);
    }

    public String nameOrNothing() {
        return Optional.ofNullable(name).orElse("");
    }

    public boolean isOf(String type) {
        return signupType != null && signupType.wire().equals(type);
    }
}
