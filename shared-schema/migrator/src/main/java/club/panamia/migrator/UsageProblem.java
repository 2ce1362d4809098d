package club.panamia.migrator;

/** The program was called wrongly or lacks a setting: exit code 2, and nothing was touched. */
final class UsageProblem extends RuntimeException {

    UsageProblem(String message) {
        super(message);
    }
}
