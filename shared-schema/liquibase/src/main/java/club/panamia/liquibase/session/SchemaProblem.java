package club.panamia.liquibase.session;

/** Whatever keeps the schema from being changed, in one line that names the file or role and how to mend it. */
public final class SchemaProblem extends RuntimeException {

    public SchemaProblem(String message) {
        super(message);
    }

    public SchemaProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
