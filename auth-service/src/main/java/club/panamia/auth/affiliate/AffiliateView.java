package club.panamia.auth.affiliate;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One's place in the affiliate programme; without a code until the terms are accepted. */
record AffiliateView(
        boolean activated, @Nullable String code, @Nullable Instant acceptedTermsAt, int tier, int points) {

    static AffiliateView of(@Nullable JsonObject block) {
        if (block == null) {
            return new AffiliateView(false, null, null, 0, 0);
        }
        return new AffiliateView(
                block.getBoolean("activated", false),
                block.getString("code"),
                block.getInstant("accepted_tos"),
                block.getInteger("tier", 0),
                block.getInteger("points", 0));
    }
}
