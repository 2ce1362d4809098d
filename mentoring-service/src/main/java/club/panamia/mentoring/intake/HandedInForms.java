package club.panamia.mentoring.intake;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.mentoring.form.FormType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Everybody's forms, for whoever looks after them. */
@Singleton
class HandedInForms {

    /** As many as a spreadsheet is handy for; newest first. */
    private static final int MOST = 5_000;

    private static final String CARD = """
            SELECT f.id, CAST(f.form_type AS text) AS form_type, f.email, f.user_id, f.name, f.complete, f.completed_at, f.created_at,
                   f.form_data - 'backgroundEthnicity' - 'schemaVersion' AS data
              FROM intake_forms f
            """;

    static final String PAGE = CARD + """
             WHERE ($1::text IS NULL OR f.form_type = CAST($1 AS intake_form_type)) AND ($2::boolean IS NULL OR f.complete = $2)
               AND (f.created_at, f.id) < ($3, $4)
             ORDER BY f.created_at DESC, f.id DESC LIMIT $5
            """;

    private static final String ALL = CARD + """
             WHERE f.form_type = CAST($1 AS intake_form_type) AND f.complete
             ORDER BY f.created_at DESC, f.id DESC LIMIT $2
            """;

    /** Whoever has an account under the form's address, too. One's own form is no secret from oneself. */
    private static final String READ = """
            INSERT INTO internal.security_event (actor_id, subject_id, action)
            SELECT $1, u.id, 'record-read' FROM users u
             WHERE (u.id = ANY ($2) OR lower(u.email) = ANY ($3)) AND u.id <> $1
            """;

    private final Pool pool;

    HandedInForms(Pool pool) {
        this.pool = pool;
    }

    /** Whose they are reads in the trail of their account that this administrator has seen them. */
    Uni<Page<FormCard>> page(Actor admin, FormQuery query) {
        var before = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(PAGE)
                .mapping(FormCard::of)
                .execute(Tuple.of(query.type, query.isComplete(), before.time(0), before.text(1), query.rows()))
                .map(found -> Page.of(found, query, FormCard::position))
                .call(page -> note(admin, page.items()));
    }

    /** The same for all of a kind. */
    Uni<List<FormCard>> all(Actor admin, FormType type) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(type.label(), MOST))
                .map(HandedInForms::cards)
                .call(forms -> note(admin, forms));
    }

    private Uni<Void> note(Actor admin, List<FormCard> forms) {
        var people =
                forms.stream().map(FormCard::userId).filter(Objects::nonNull).toArray(String[]::new);
        var addresses = forms.stream()
                .map(form -> form.email().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.of(admin.userId(), people, addresses))
                .replaceWithVoid();
    }

    private static List<FormCard> cards(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(FormCard::of).toList();
    }
}
