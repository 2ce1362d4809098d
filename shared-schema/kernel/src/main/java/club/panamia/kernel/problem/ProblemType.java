package club.panamia.kernel.problem;

/**
 * A reason for refusing. A feature lists its reasons in an enum that implements this; {@code /problems/{slug}} is the
 * problem's {@code type} and stays stable for ever.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1">RFC 9457, section 3.1.1</a>
 */
public interface ProblemType {

    /**
     * What is the same about it every time.
     *
     * @param status the HTTP status that goes with it
     * @param slug kebab-case, unique in the suite: {@code article-not-found}
     * @param title a short sentence; what is special about one case goes into the detail
     */
    record Kind(int status, String slug, String title) {}

    Kind kind();

    default int status() {
        return kind().status();
    }

    default String slug() {
        return kind().slug();
    }

    default String title() {
        return kind().title();
    }

    /** This reason, for one case. The detail is for people: no internals, no secrets, no addresses. */
    default Problem because(String detail) {
        return new Problem(this, detail);
    }
}
