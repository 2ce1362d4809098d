package club.panamia.ops.quota;

import club.panamia.kernel.guarded.GuardedAnswer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Brevo says of its limits with each answer ({@code x-sib-ratelimit-…}).
 *
 * @param most calls of the whole window
 * @param resetsIn seconds until the next window
 */
record Allowance(int most, int remaining, int resetsIn) {

    private static final int TOO_MANY = 429;
    private static final int A_DAY = 86_400;
    private static final int A_MINUTE = 60;

    /** Nothing where the answer says nothing; a refusal that does not say how long it lasts lasts a minute. */
    static Optional<Allowance> of(GuardedAnswer answer) {
        var most = number(answer, "limit");
        var remaining = number(answer, "remaining");
        var resetsIn = Math.min(number(answer, "reset").orElse(A_MINUTE), A_DAY);
        if (answer.status() == TOO_MANY) {
            return Optional.of(new Allowance(Math.max(1, most.orElse(1)), 0, Math.max(1, resetsIn)));
        }
        return most.isEmpty() || most.getAsInt() == 0 || remaining.isEmpty()
                ? Optional.empty()
                : Optional.of(new Allowance(
                        most.getAsInt(), Math.min(remaining.getAsInt(), most.getAsInt()), Math.max(1, resetsIn)));
    }

    private static OptionalInt number(GuardedAnswer answer, String name) {
        return answer.header("x-sib-ratelimit-" + name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }
}
