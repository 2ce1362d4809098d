package club.panamia.auth.oauth.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * What a token is worth now (RFC 7662, section 2.2). Of one that is worth nothing, or that is not the asker's business, nothing is
 * told but that.
 *
 * @param tokenType {@code Bearer}, or the name of a session's token
 * @param username the screenname
 * @param sid names the session and opens nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Introspection(
        boolean active,
        @Nullable @JsonProperty("token_type") String tokenType,
        @Nullable String sub,
        @Nullable String username,
        @Nullable @JsonProperty("client_id") String clientId,
        @Nullable String scope,
        @Nullable String aud,
        @Nullable String iss,
        @Nullable String jti,
        @Nullable String sid,
        @Nullable Long iat,
        @Nullable Long exp) {

    static final Introspection INACTIVE =
            new Introspection(false, null, null, null, null, null, null, null, null, null, null, null);

    static Introspection of(JwtClaims claims, String audience) {
        return new Introspection(
                true,
                "Bearer",
                text(claims, "sub"),
                text(claims, "screenname"),
                text(claims, "client_id"),
                text(claims, "scope"),
                audience,
                text(claims, "iss"),
                text(claims, "jti"),
                text(claims, "sid"),
                (Long) claims.getClaimValue("iat"),
                (Long) claims.getClaimValue("exp"));
    }

    static Introspection ofSession(Row row, String type) {
        return new Introspection(
                true,
                type,
                row.getString("id"),
                row.getString("screenname"),
                null,
                null,
                null,
                null,
                null,
                row.getString("public_id"),
                row.getOffsetDateTime("created_at").toEpochSecond(),
                row.getOffsetDateTime("expires").toEpochSecond());
    }

    private static @Nullable String text(JwtClaims claims, String name) {
        return claims.getClaimValueAsString(name);
    }
}
