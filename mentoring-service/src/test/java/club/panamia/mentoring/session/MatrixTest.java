package club.panamia.mentoring.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import club.panamia.mentoring.state.Part;
import club.panamia.mentoring.state.SessionAction;
import club.panamia.mentoring.state.SessionStatus;
import club.panamia.mentoring.state.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status × action × part × time, against a table that was written by hand. */
class MatrixTest {

    /**
     * R mentor, E mentee, M moderator; nobody where there is a dot. A day before, five minutes before the start, five and
     * fifteen minutes after it, after the end. The mentor has proposed another time in a scheduled session.
     */
    private static final String MATRIX = """
            accept         pending      R    R    .    .    .
            decline        pending      R    R    R    R    R
            cancel         pending      REM  REM  M    M    M
            cancel         scheduled    REM  REM  M    M    M
            start          scheduled    .    RE   RE   RE   .
            start          in_progress  .    RE   RE   RE   .
            complete       in_progress  .    .    RE   RE   RE
            reportNoShow   scheduled    .    .    .    RE   RE
            reportNoShow   in_progress  .    .    .    RE   RE
            propose        scheduled    RE   RE   .    .    .
            acceptProposal scheduled    E    E    .    .    .
            dropProposal   scheduled    RE   RE   RE   RE   RE
            """;

    /** Whose the step is at all; who proposes cannot accept only because the proposal is their own. */
    private static final Map<String, String> FOR = Map.of(
            "accept", "R",
            "decline", "R",
            "cancel", "REM",
            "start", "RE",
            "complete", "RE",
            "reportNoShow", "RE",
            "propose", "RE",
            "acceptProposal", "RE",
            "dropProposal", "RE");

    private static final Instant START = Instant.parse("2030-01-01T10:00:00Z");
    private static final List<Instant> TIMES = List.of(
            START.minus(Duration.ofDays(1)),
            START.minus(Duration.ofMinutes(5)),
            START.plus(Duration.ofMinutes(5)),
            START.plus(Duration.ofMinutes(15)),
            START.plus(Duration.ofMinutes(61)));

    private static final Map<Part, Actor> PEOPLE = Map.of(
            Part.MENTOR, person("ben"),
            Part.MENTEE, person("ana"),
            Part.MODERATOR, new Actor("moe", "moe", Set.of("member", "mentoring-moderator"), "s"),
            Part.OUTSIDER, person("zoe"));

    private static final Map<SessionAction, Consumer<Dealing>> VERBS = Map.of(
            SessionAction.ACCEPT, Dealing::accept,
            SessionAction.DECLINE, dealing -> dealing.decline("Away"),
            SessionAction.CANCEL, dealing -> dealing.cancel("Ill"),
            SessionAction.START, Dealing::start,
            SessionAction.COMPLETE, Dealing::complete,
            SessionAction.REPORT_NO_SHOW, Dealing::reportNoShow,
            SessionAction.PROPOSE, dealing -> dealing.propose(START.plus(Duration.ofDays(7))),
            SessionAction.ACCEPT_PROPOSAL, Dealing::acceptProposal,
            SessionAction.DROP_PROPOSAL, Dealing::dropProposal);

    static Stream<Arguments> cells() {
        return Arrays.stream(SessionAction.values())
                .flatMap(action -> Arrays.stream(SessionStatus.values())
                        .flatMap(status -> PEOPLE.keySet().stream()
                                .flatMap(part -> Stream.iterate(0, time -> time < TIMES.size(), time -> time + 1)
                                        .map(time -> Arguments.of(action, status, part, time)))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void letsEverybodyDoWhatTheTableSays(SessionAction action, SessionStatus status, Part part, int time) {
        var session = sessionIn(status);

        var thrown = catchThrowable(() -> VERBS.get(action).accept(session.dealing(PEOPLE.get(part), TIMES.get(time))));

        assertThat(reason(thrown)).isEqualTo(expected(action, status, part, time));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void saysBeforehandWhatTheTableSays(SessionAction action, SessionStatus status, Part part, int time) {
        var moment = sessionIn(status).moment(TIMES.get(time));

        assertThat(SessionAction.allowed(part, moment).contains(action))
                .isEqualTo(expected(action, status, part, time) == null);
    }

    @Test
    void knowsThePartOfEverybody() {
        PEOPLE.forEach((part, actor) ->
                assertThat(sessionIn(SessionStatus.SCHEDULED).partOf(actor)).isEqualTo(part));
    }

    @Test
    void movesThreeTimesAtMost() {
        var session = sessionIn(SessionStatus.SCHEDULED);
        for (var i = 0; i < 3; i++) {
            var now = TIMES.getFirst();
            session.dealing(PEOPLE.get(Part.MENTOR), now).propose(START.plus(Duration.ofDays(i + 1)));
            session.dealing(PEOPLE.get(Part.MENTEE), now).acceptProposal();
        }

        var thrown = catchThrowable(() ->
                session.dealing(PEOPLE.get(Part.MENTOR), TIMES.getFirst()).propose(START.plus(Duration.ofDays(9))));

        assertThat(reason(thrown)).isEqualTo("session-moved-too-often");
        assertThat(session.timing.icalSequence).isEqualTo(3);
        assertThat(session.startsAt()).isEqualTo(START.plus(Duration.ofDays(3)));
    }

    @Test
    void startsWithTheFirstAndIsOnlyJoinedByTheSecond() {
        var session = sessionIn(SessionStatus.SCHEDULED);

        var first = session.dealing(PEOPLE.get(Part.MENTEE), TIMES.get(1)).start();
        var second = session.dealing(PEOPLE.get(Part.MENTOR), TIMES.get(2)).start();

        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        assertThat(session.outcome().missing()).isNull();
        assertThat(session.close(TIMES.getLast()).type()).isEqualTo("mentoring.session.completed");
    }

    @Test
    void isMissedByWhoeverHasNotComeWhenNobodyEndsIt() {
        var alone = sessionIn(SessionStatus.SCHEDULED);
        alone.dealing(PEOPLE.get(Part.MENTEE), TIMES.get(1)).start();
        var empty = sessionIn(SessionStatus.SCHEDULED);

        assertThat(alone.close(TIMES.getLast()).type()).isEqualTo("mentoring.session.no-show");
        assertThat(alone.outcome().noShowBy).isEqualTo("mentor");
        empty.close(TIMES.getLast());
        assertThat(empty.outcome().noShowBy).isEqualTo("both");
        assertThat(empty.outcome().cancelledRole).isEqualTo(Part.SYSTEM);
    }

    private static @Nullable String expected(SessionAction action, SessionStatus status, Part part, int time) {
        if (!FOR.get(action.label()).contains(letter(part))) {
            return "not-your-part-in-session";
        }
        var row = table().get(action.label() + " " + status.label());
        return row != null && row[time].contains(letter(part)) ? null : "session-in-wrong-state";
    }

    private static Map<String, String[]> table() {
        var rows = new HashMap<String, String[]>();
        MATRIX.lines()
                .map(line -> line.split("\\s+"))
                .forEach(words -> rows.put(words[0] + " " + words[1], Arrays.copyOfRange(words, 2, words.length)));
        return rows;
    }

    private static String letter(Part part) {
        return switch (part) {
            case MENTOR -> "R";
            case MENTEE -> "E";
            case MODERATOR -> "M";
            case SYSTEM, OUTSIDER -> "-";
        };
    }

    private static MentorSession sessionIn(SessionStatus status) {
        var wish = Wish.of("Glazes", SessionType.ARTISTIC, 0);
        var session = MentorSession.request("ben", PEOPLE.get(Part.MENTEE), wish, START, 60, START);
        session.status = status;
        if (status == SessionStatus.SCHEDULED) {
            session.timing.propose(START.plus(Duration.ofDays(1)), Part.MENTOR);
        }
        return session;
    }

    private static @Nullable String reason(@Nullable Throwable thrown) {
        return thrown instanceof Problem problem ? problem.type().slug() : thrown == null ? null : thrown.toString();
    }

    private static Actor person(String name) {
        return new Actor(name, name, Set.of("member"), "s");
    }
}
