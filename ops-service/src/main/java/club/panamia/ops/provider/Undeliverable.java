package club.panamia.ops.provider;

/** This letter will not be delivered, whoever tries. */
public final class Undeliverable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean addressGone;

    Undeliverable(String reason, boolean addressGone) {
        super(reason, null, false, false);
        this.addressGone = addressGone;
    }

    /** Whether nothing else for this address would be delivered either. */
    public boolean isAddressGone() {
        return addressGone;
    }
}
