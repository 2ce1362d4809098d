package club.panamia.ops.provider;

/** The provider does not want this letter at the moment; others it may want. */
final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotNow(String reason) {
        super(reason, null, false, false);
    }
}
