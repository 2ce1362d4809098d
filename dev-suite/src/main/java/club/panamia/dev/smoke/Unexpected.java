package club.panamia.dev.smoke;

/** What was expected and what came instead. */
final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unexpected(String what, Object expected, Object got) {
        super("%s: expected %s, got %s".formatted(what, expected, got));
    }
}
