package club.panamia.profile.transfer;

import club.panamia.kernel.csv.Csv;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.ProfileContent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All profiles, page by page, as text that is sent while the next page is read. */
@Singleton
class Export {

    private static final int PAGE = 500;

    private final Pool pool;
    private final ObjectMapper json;

    Export(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** A row of titles, then a row per profile. */
    Multi<String> csv() {
        var rows = pages().map(Export::rows).filter(text -> !text.isEmpty());
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(Csv.line(Columns.ALL)), rows);
    }

    /** One object per profile; whoever sends them ends each one's line. */
    Multi<ObjectNode> objects() {
        return pages().onItem().disjoint();
    }

    private static String rows(List<ObjectNode> profiles) {
        return profiles.stream()
                .map(profile -> Csv.line(Columns.cells(profile)))
                .collect(Collectors.joining());
    }

    private Multi<List<ObjectNode>> pages() {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(""), this::page)
                .whilst(page -> page.size() == PAGE)
                .map(page -> page.stream().map(this::profile).toList());
    }

    private Uni<List<Row>> page(AtomicReference<String> after) {
        return pool.preparedQuery(ProfileFiles.OUT)
                .execute(Tuple.of(after.get(), PAGE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .invoke(page -> remember(page, after));
    }

    private static void remember(List<Row> page, AtomicReference<String> after) {
        if (!page.isEmpty()) {
            after.set(page.getLast().getString("key"));
        }
    }

    /** As a profile of today: what is stored may be older than its fields and words. */
    private ObjectNode profile(Row row) {
        try {
            var stored = (ObjectNode) json.readTree(row.getString("fields"));
            var email = stored.remove("email").asText();
            var shown = stored.remove("shown").asBoolean();
            var content = json.readerFor(ProfileContent.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .<ProfileContent>readValue(stored);
            var profile = json.createObjectNode().put("email", email).put("shown", shown);
            profile.setAll(json.<ObjectNode>valueToTree(content));
            profile.set("categories", json.<JsonNode>valueToTree(Category.VOCABULARY.chosen(content.categories())));
            profile.set("counties", json.<JsonNode>valueToTree(County.VOCABULARY.chosen(content.counties())));
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
