package club.panamia.auth.provider;

import club.panamia.auth.account.ForeignAccount;
import org.jspecify.annotations.Nullable;

/**
 * Who a provider says has come.
 *
 * @param shown what the person knows the account by there
 * @param email null when the provider tells none
 * @param emailVerified as far as the provider goes; how far we believe it is another question
 */
record ForeignIdentity(
        ForeignAccount account,
        String shown,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name,
        @Nullable String image) {}
