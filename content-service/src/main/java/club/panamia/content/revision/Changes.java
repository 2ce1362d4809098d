package club.panamia.content.revision;

import club.panamia.content.wording.ArticleDraft;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed from one wording to another. */
@Schema(description = "What changed from one wording to another")
record Changes(
        @Schema(required = true, description = "Names of what is not the same, content included")
        List<String> changed,

        @Schema(required = true, description = "The content, line by line")
        List<Diff.Line> content) {

    private record Member(String name, Function<ArticleDraft, Object> value) {}

    private static final List<Member> MEMBERS = List.of(
            new Member("title", ArticleDraft::title),
            new Member("articleType", ArticleDraft::articleType),
            new Member("content", ArticleDraft::content),
            new Member("excerpt", draft -> Objects.toString(draft.excerpt(), "")),
            new Member("tags", ArticleDraft::tags),
            new Member("coverImage", draft -> Objects.toString(draft.coverImage(), "")),
            new Member("coverImageAlt", draft -> Objects.toString(draft.coverImageAlt(), "")),
            new Member("ccLicense", draft -> Objects.toString(draft.ccLicense(), "")),
            new Member("language", draft -> Objects.toString(draft.language(), "")),
            new Member("inReplyTo", draft -> Objects.toString(draft.inReplyTo(), "")));

    static Changes between(ArticleDraft before, ArticleDraft after) {
        return new Changes(names(before, after).toList(), Diff.between(before.content(), after.content()));
    }

    private static Stream<String> names(ArticleDraft before, ArticleDraft after) {
        return MEMBERS.stream()
                .filter(member ->
                        !member.value().apply(before).equals(member.value().apply(after)))
                .map(Member::name);
    }
}
