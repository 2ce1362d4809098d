package club.panamia.content.branch;

import static club.panamia.content.article.ArticleProblem.MERGE_CONFLICT;

import club.panamia.content.wording.ArticleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an article would say if a branch and what came first were both in it. */
@Schema(description = "What an article would say with a branch in it")
record Merge(
        @Schema(
                required = true,
                description =
                        "Where both changed the same passage, the content holds both between lines of <<<<<<<, ======= and >>>>>>>; of anything else it holds what the article says now")
        ArticleDraft wording,

        @Schema(required = true, description = "Names of what both changed, each in another way")
        List<String> conflicts) {

    private static final int LONGEST = 200_000;

    static Merge of(Branch branch, ArticleDraft now) {
        var members = new Members(branch, now, new ArrayList<>());
        var content = ThreeWay.merge(branch.base().content(), branch.mine().content(), now.content());
        if (content.hasConflict() || content.text().length() > LONGEST) {
            members.conflicts.add("content");
        }
        return new Merge(members.with(content.text()), members.conflicts);
    }

    /** What can be said without asking anybody. */
    ArticleDraft requireClean() {
        if (!conflicts.isEmpty()) {
            throw MERGE_CONFLICT
                    .because("Both changed the same; change the article yourself.")
                    .with("conflicts", conflicts);
        }
        return wording;
    }

    /** Everything but the content: each as whoever changed it alone wants it. */
    private record Members(Branch branch, ArticleDraft now, List<String> conflicts) {

        ArticleDraft with(String content) {
            return new ArticleDraft(
                    Objects.requireNonNull(of("title", ArticleDraft::title)),
                    Objects.requireNonNull(of("articleType", ArticleDraft::articleType)),
                    content,
                    of("excerpt", ArticleDraft::excerpt),
                    Objects.requireNonNull(of("tags", ArticleDraft::tags)),
                    of("coverImage", ArticleDraft::coverImage),
                    of("coverImageAlt", ArticleDraft::coverImageAlt),
                    of("ccLicense", ArticleDraft::ccLicense),
                    of("language", ArticleDraft::language),
                    of("inReplyTo", ArticleDraft::inReplyTo));
        }

        private <T> @Nullable T of(String name, Function<ArticleDraft, @Nullable T> member) {
            var base = member.apply(branch.base());
            var mine = member.apply(branch.mine());
            var theirs = member.apply(now);
            if (Objects.equals(base, mine) || Objects.equals(mine, theirs)) {
                return theirs;
            }
            if (!Objects.equals(base, theirs)) {
                conflicts.add(name);
                return theirs;
            }
            return mine;
        }
    }
}
