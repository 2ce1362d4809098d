package club.panamia.content.article;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import club.panamia.content.article.CoAuthor.Answer;
import club.panamia.content.article.Review.Checklist;
import club.panamia.content.state.Action;
import club.panamia.content.state.Part;
import club.panamia.content.state.Status;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.content.wording.ArticleType;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state × action × part, against a table that was written by hand. */
class MatrixTest {

    /** A author, C co-author, I invited, R reviewer, M moderator; nobody where there is a dot. */
    private static final String MATRIX = """
            readHistory    ACM   ACM    ACM    ACM  ACM
            readRevisions  AC    AC     AC     AC   AC
            edit           AC    AC     AC     .    .
            move           A     A      A      A    .
            share          AC    AC     AC     .    .
            unshare        AC    AC     AC     AC   AC
            delete         A     .      .      .    .
            invite         A     .      A      .    .
            withdraw       A     A      A      .    .
            order          A     A      A      .    .
            accept         I     I      I      .    .
            leave          CI    CI     CI     CI   CI
            requestReview  AC    AC     AC     .    .
            cancelReview   .     ACRM   ACRM   .    .
            remind         .     ACM    .      .    .
            override       .     M      M      .    .
            decide         .     R      .      .    .
            comment        ACR   ACR    ACR    .    .
            resolve        AC    AC     AC     .    .
            publish        A     .      .      .    .
            schedule       A     .      .      .    .
            unschedule     A     A      A      .    .
            unpublish      .     .      .      A    .
            announce       AC    AC     AC     AC   .
            withdrawAnnouncement AC AC  AC     AC   AC
            hideComment    .     .      .      ACM  .
            linkPost       .     .      .      A    .
            pin            .     .      .      AC   .
            feature        .     .      .      M    .
            unfeature      M     M      M      M    M
            remove         .     .      .      M    .
            restore        .     .      .      .    M
            """;

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Map<Part, Actor> PEOPLE = Map.of(
            Part.AUTHOR, person("ana"),
            Part.CO_AUTHOR, person("ben"),
            Part.INVITED, person("eva"),
            Part.REVIEWER, person("rio"),
            Part.MODERATOR, new Actor("moe", "moe", Set.of("member", "content-moderator"), "s"),
            Part.READER, person("zoe"));

    private static final Map<Action, BiConsumer<Article, Actor>> VERBS = Map.ofEntries(
            entry(
                    Action.EDIT,
                    (article, actor) -> article.change(actor, article.wording().draft())),
            entry(Action.MOVE, (article, actor) -> article.move(actor, "adios")),
            entry(Action.SHARE, (article, actor) -> article.publishing(actor).share()),
            entry(Action.UNSHARE, (article, actor) -> article.publishing(actor).unshare()),
            entry(Action.DELETE, Article::delete),
            entry(Action.INVITE, (article, actor) -> article.together(actor).invite("new", null, NOW)),
            entry(Action.WITHDRAW, (article, actor) -> article.together(actor).withdraw("ben")),
            entry(Action.ORDER, (article, actor) -> article.together(actor).credit(List.of("eva", "ben"))),
            entry(Action.ACCEPT, MatrixTest::accept),
            entry(Action.LEAVE, (article, actor) -> article.together(actor).leave()),
            entry(
                    Action.REQUEST_REVIEW,
                    (article, actor) -> article.reviewing(actor).request("new", null, NOW)),
            entry(
                    Action.CANCEL_REVIEW,
                    (article, actor) -> article.reviewing(actor).cancel()),
            entry(Action.REMIND, (article, actor) -> article.reviewing(actor).remind()),
            entry(
                    Action.OVERRIDE,
                    (article, actor) ->
                            article.reviewing(actor).override(article.wording().revision(), "Nobody answers.", NOW)),
            entry(Action.DECIDE, MatrixTest::decide),
            entry(Action.COMMENT, (article, actor) -> article.reviewing(actor).remark(remark(), NOW)),
            entry(Action.RESOLVE, (article, actor) -> article.reviewing(actor).settle("c1", true, NOW)),
            entry(Action.PUBLISH, (article, actor) -> article.publishing(actor).publish(NOW)),
            entry(Action.SCHEDULE, (article, actor) -> article.scheduling().schedule(actor, NOW, "UTC")),
            entry(Action.UNSCHEDULE, (article, actor) -> article.scheduling().unschedule(actor)),
            entry(
                    Action.UNPUBLISH,
                    (article, actor) -> article.publishing(actor).unpublish()),
            entry(Action.FEATURE, (article, actor) -> article.publishing(actor).feature()),
            entry(
                    Action.UNFEATURE,
                    (article, actor) -> article.publishing(actor).unfeature()),
            // Whoever is no moderator does not come this far: the endpoint asks for the role.
            entry(Action.REMOVE, (article, actor) -> {
                article.permit(Action.REMOVE, actor);
                article.publishing(actor).remove("Against the rules.", NOW);
            }),
            entry(Action.RESTORE, (article, actor) -> {
                article.permit(Action.RESTORE, actor);
                article.publishing(actor).restore();
            }));

    static Stream<Arguments> cells() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Arrays.stream(Status.values())
                        .flatMap(status ->
                                Arrays.stream(Part.values()).map(part -> Arguments.of(action, status, part))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void letsEverybodyDoWhatTheTableSays(Action action, Status status, Part part) {
        var article = articleIn(status);
        var actor = PEOPLE.get(part);

        var thrown = catchThrowable(() -> verb(action).accept(article, actor));

        assertThat(reason(thrown)).isEqualTo(expected(action, status, part));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void saysBeforehandWhatTheTableSays(Action action, Status status, Part part) {
        assertThat(Action.allowed(part, status).contains(action)).isEqualTo(expected(action, status, part) == null);
    }

    @Test
    void knowsThePartOfEverybody() {
        var article = articleIn(Status.PENDING_REVIEW);

        PEOPLE.forEach((part, actor) -> assertThat(article.partOf(actor)).isEqualTo(part));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void hidesWhatIsNobodyElsesBusiness(Action any, Status status, Part part) {
        var isKnown = articleIn(status).isKnownTo(PEOPLE.get(part));

        assertThat(isKnown)
                .isEqualTo(
                        switch (part) {
                            case AUTHOR, CO_AUTHOR, INVITED, REVIEWER -> true;
                            case MODERATOR -> status != Status.DRAFT;
                            case READER -> status == Status.PUBLISHED;
                        });
    }

    /** What has no verb of its own asks for leave alone. */
    private static BiConsumer<Article, Actor> verb(Action action) {
        return VERBS.getOrDefault(action, (article, actor) -> article.permit(action, actor));
    }

    /** Why it is refused; null where it is not. */
    private static Object reason(Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        assertThat(thrown).isInstanceOf(Problem.class);
        return ((Problem) thrown).type();
    }

    private static Object expected(Action action, Status status, Part part) {
        var cells = table().get(action.label());
        var letter = part == Part.READER ? '-' : part.name().charAt(0);
        if (cells.get(status.ordinal()).indexOf(letter) >= 0) {
            return null;
        }
        return cells.stream().anyMatch(cell -> cell.indexOf(letter) >= 0)
                ? ArticleProblem.WRONG_STATE
                : ArticleProblem.NOT_YOUR_PART;
    }

    private static Map<String, List<String>> table() {
        var table = new HashMap<String, List<String>>();
        MATRIX.lines()
                .map(line -> line.split("\\s+"))
                .forEach(cells -> table.put(cells[0], Arrays.asList(cells).subList(1, cells.length)));
        return table;
    }

    private static Article articleIn(Status status) {
        var article = Article.draft(
                PEOPLE.get(Part.AUTHOR),
                "hola",
                new ArticleDraft(
                        "Hola", ArticleType.BUSINESS_UPDATE, "A word.", null, null, null, null, null, null, null));
        article.id = "a1";
        article.coAuthors = List.of(
                new CoAuthor("ben", NOW, null, Answer.ACCEPTED, NOW),
                new CoAuthor("eva", NOW, null, Answer.PENDING, null));
        article.reviewedBy = Review.requested(null, "rio", null, NOW)
                .comment(new Review.Comment("c1", "rio", "Who?", null, null, null, NOW, false, null));
        switch (status) {
            case PUBLISHED -> article.publication.publish(NOW);
            case REMOVED -> {
                article.publication.publish(NOW);
                article.publication.remove("moe", "Against the rules.", NOW);
            }
            case DRAFT, PENDING_REVIEW, REVISION_NEEDED -> article.publication.withdraw(status);
        }
        return article;
    }

    /** Who is one already may say so again. */
    private static void accept(Article article, Actor actor) {
        if (article.partOf(actor) == Part.CO_AUTHOR) {
            assertThat(article.together(actor).accept(NOW)).isEmpty();
            article.permit(Action.ACCEPT, actor);
        }
        article.together(actor).accept(NOW);
    }

    /** Saying no, and then, on the same article in the same state, saying yes. */
    private static void decide(Article article, Actor actor) {
        articleIn(article.status()).reviewing(actor).object(remark(), NOW);
        article.reviewing(actor)
                .approve(new Checklist(true, true, true), article.wording().revision(), NOW);
    }

    private static Remark remark() {
        return new Remark("Who says so?", null, null);
    }

    private static Actor person(String id) {
        return new Actor(id, id, Set.of("member"), "s-" + id);
    }
}
