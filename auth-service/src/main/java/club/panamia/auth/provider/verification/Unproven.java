package club.panamia.auth.provider.verification;

import club.panamia.auth.account.ForeignAccount;
import org.jspecify.annotations.Nullable;

/**
 * An account whose address must be proven.
 *
 * @param label the provider's name
 * @param shown what the person knows the account by there
 * @param target where to go afterwards
 * @param locale of the mail
 */
public record Unproven(
        ForeignAccount account,
        String label,
        String shown,
        String email,
        @Nullable String name,
        @Nullable String image,
        String target,
        String locale) {}
