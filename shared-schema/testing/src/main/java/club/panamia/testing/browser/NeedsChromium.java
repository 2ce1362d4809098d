package club.panamia.testing.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests, with a line that says so, where there is no Chromium with its driver. {@code bin/test} installs it if it may. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {

    /** Asks for both programs. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.isInstalled()) {
                return ConditionEvaluationResult.enabled("Chromium and its driver are installed");
            }
            var reason = "Chromium or its driver is not installed: %s is skipped (Debian: chromium and chromium-driver)"
                    .formatted(context.getDisplayName());
            System.err.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
