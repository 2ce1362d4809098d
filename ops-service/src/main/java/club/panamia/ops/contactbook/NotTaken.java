package club.panamia.ops.contactbook;

/** The book does not take this contact; others it may take. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotTaken(String reason) {
        super(reason, null, false, false);
    }
}
