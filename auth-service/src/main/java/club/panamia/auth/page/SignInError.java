package club.panamia.auth.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a sign-in by another provider ended at {@code /signin?error=…}, and what the sign-in page then says. */
public enum SignInError {
    EMAIL_REQUIRED("EmailRequired"),
    PROVIDER_DISABLED("ProviderDisabled"),
    PROVIDER_UNAVAILABLE("ProviderUnavailable"),
    PROVIDER_REFUSED("ProviderRefused"),
    VERIFICATION_FAILED("VerificationFailed"),
    ACCOUNT_LOCKED("AccountLocked"),
    ACCOUNT_NOT_LINKED("AccountNotLinked"),
    UNKNOWN("Error");

    private final String code;

    SignInError(String code) {
        this.code = code;
    }

    /** As it stands in the address. */
    public String code() {
        return code;
    }

    /** The address of the sign-in page that explains it. */
    public String path() {
        return "/signin?error=" + code;
    }

    /** Codes that we do not know are explained in general; none stays unexplained. */
    public static Optional<SignInError> of(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(error -> error.code.toLowerCase(Locale.ROOT).equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> Optional.of(UNKNOWN));
    }
}
