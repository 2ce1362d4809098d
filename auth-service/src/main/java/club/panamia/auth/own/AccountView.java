package club.panamia.auth.own;

import club.panamia.auth.user.AccountType;
import club.panamia.auth.user.NotificationPreferences;
import club.panamia.auth.user.User;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A person's own account, as they see it. */
@Schema(description = "My account")
public record AccountView(
        @Schema(required = true) String id,
        @Nullable String email,
        @Nullable Instant emailVerified,

        @Schema(required = true, description = "Further addresses that I have shown to be mine")
        List<String> alternateEmails,

        @Nullable String name,
        @Nullable String screenname,

        @Nullable @Schema(description = "From when on I can change my screenname, once I have changed it")
        Instant nextScreennameChangeAt,

        @Nullable String image,
        @Nullable String zipCode,
        @Schema(required = true) AccountType accountType,
        @Schema(required = true) NotificationPreferences notificationPreferences,
        @Schema(required = true) Instant createdAt) {

    static AccountView of(User user) {
        var details = user.details();
        return new AccountView(
                user.id(),
                user.email(),
                user.emailVerified(),
                user.alternateEmails(),
                details.name(),
                user.screenname(),
                user.nextScreennameChange().orElse(null),
                details.image(),
                details.zipCode(),
                details.accountType(),
                details.notificationPreferences(),
                user.createdAt());
    }

    static RestResponse<AccountView> answer(User user) {
        return ResponseBuilder.ok(of(user))
                .tag(String.valueOf(user.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
