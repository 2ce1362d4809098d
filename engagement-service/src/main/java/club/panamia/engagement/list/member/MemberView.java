package club.panamia.engagement.list.member;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something on a list. */
@Schema(description = "Something on a list: a person, a profile or an article")
record MemberView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant addedAt,
        @JsonIgnore int place,
        @Nullable String note,
        @Nullable PersonView person,
        @Nullable ProfileCard profile,
        @Nullable ArticleCard article) {

    /** A profile in the directory. */
    record ProfileCard(
            @Schema(required = true) String id,
            @Schema(required = true) String name) {}

    /** A published article. */
    record ArticleCard(
            @Schema(required = true) String slug,
            @Schema(required = true) String title) {}

    static MemberView of(Row row) {
        var profile = row.getString("profile_id");
        var slug = row.getString("slug");
        return new MemberView(
                row.getString("id"),
                row.getOffsetDateTime("added_at").toInstant(),
                row.getInteger("position"),
                row.getString("note"),
                PersonView.of(row),
                profile == null ? null : new ProfileCard(profile, row.getString("profile_name")),
                slug == null ? null : new ArticleCard(slug, row.getString("title")));
    }

    Cursor position() {
        return Cursor.of(place, id);
    }
}
