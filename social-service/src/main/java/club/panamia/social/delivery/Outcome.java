package club.panamia.social.delivery;

import club.panamia.social.signature.Form;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt. */
sealed interface Outcome {

    /** It was taken, signed in this form. */
    record Sent(Form form) implements Outcome {}

    /** There is nothing to be said any more. */
    record Pointless() implements Outcome {}

    /** It will never be taken. */
    record Refused(String why) implements Outcome {}

    /** Nobody is there any more, says the other server. */
    record Gone() implements Outcome {}

    /**
     * The server answers nobody at the moment.
     *
     * @param asked to wait as the other server asks for, if it does
     */
    record Away(String why, @Nullable Duration asked) implements Outcome {}

    /**
     * It may be taken later.
     *
     * @param asked to wait as the other server asks for, if it does
     */
    record Failed(String why, @Nullable Duration asked) implements Outcome {}
}
