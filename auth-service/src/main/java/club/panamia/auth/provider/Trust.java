package club.panamia.auth.provider;

/** How far we believe a provider that says whose address an account has. */
enum Trust {
    /** An address that it calls verified is proven. */
    TRUSTED,
    /** Every address is proven by a mail to it. */
    VERIFICATION_REQUIRED,
    /** Nobody signs in by it. */
    DISABLED
}
