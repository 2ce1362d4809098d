package club.panamia.kernel.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", " \"7\" "})
    void letsPassWhoHasSeenThisVersion(String header) {
        assertThatCode(() -> IfMatch.required(header).require(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\"", ","})
    void refusesWhoHasSeenAnother(String header) {
        var seen = IfMatch.required(header);

        assertThatThrownBy(() -> seen.require(7))
                .satisfies(thrown -> assertThat(((Problem) thrown).type()).isEqualTo(CommonProblem.STALE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void wantsToKnowWhatWasSeen(String header) {
        assertThatThrownBy(() -> IfMatch.required(header))
                .satisfies(thrown -> assertThat(((Problem) thrown).type()).isEqualTo(CommonProblem.VERSION_REQUIRED));
    }

    @Test
    void asksNobodyWhoNeedNotSay() {
        assertThatCode(() -> IfMatch.optional(null).require(7)).doesNotThrowAnyException();
    }
}
