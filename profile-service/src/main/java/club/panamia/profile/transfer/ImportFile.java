package club.panamia.profile.transfer;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.kernel.problem.CommonProblem.MALFORMED;

import club.panamia.kernel.csv.Csv;
import club.panamia.kernel.csv.CsvLine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file of profiles into its records: CSV with a row of titles, or JSON lines. At most 10,000 of 32 KB each. */
@Singleton
class ImportFile {

    static final int MOST = 10_000;
    private static final int LONGEST = 32 * 1024;

    private final Vertx vertx;
    private final ObjectMapper json;
    private final Judge judge;

    ImportFile(Vertx vertx, ObjectMapper json, Judge judge) {
        this.vertx = vertx;
        this.json = json;
        this.judge = judge;
    }

    /** On a worker thread: it may have ten megabytes. */
    Uni<List<Entry>> read(String contentType, byte[] file) {
        return vertx.executeBlocking(() -> records(contentType, file), false);
    }

    /** The same, with each record judged. */
    Uni<Judgement> judged(String contentType, byte[] file) {
        return vertx.executeBlocking(() -> judge.of(records(contentType, file)), false);
    }

    private List<Entry> records(String contentType, byte[] file) {
        return contentType.startsWith("text/csv") ? csv(text(file)) : lines(text(file));
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw MALFORMED.because("The file is not in UTF-8.");
        }
    }

    private List<Entry> lines(String text) {
        var entries = new ArrayList<Entry>();
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                entries.add(line(number, line));
                refuseTooMany(entries);
            }
        }
        return entries;
    }

    private Entry line(int number, String text) {
        if (text.length() > LONGEST) {
            return broken(number, text, "is longer than %d characters".formatted(LONGEST));
        }
        try {
            return json.readTree(text) instanceof ObjectNode fields
                    ? new Entry(number, text, fields, List.of())
                    : broken(number, text, "is not a JSON object");
        } catch (JsonProcessingException e) {
            return broken(number, text, "is not well-formed JSON");
        }
    }

    private List<Entry> csv(String text) {
        var rows = Csv.read(text, MOST + 2);
        if (rows.isEmpty()) {
            return List.of();
        }
        var titles = titles(rows.getFirst());
        var entries = new ArrayList<Entry>();
        for (var row : rows.subList(1, rows.size())) {
            entries.add(row(row, titles));
            refuseTooMany(entries);
        }
        return entries;
    }

    /** Columns by place; an empty one is passed over. */
    private static List<Optional<String>> titles(CsvLine row) {
        var titles = new ArrayList<Optional<String>>();
        for (var title : row.cells()) {
            var column = Columns.named(title);
            if (column.isEmpty() && !Aliases.passesOver(title) || column.isPresent() && titles.contains(column)) {
                throw INVALID.because("The first row names the columns.")
                        .at("/" + (titles.size() + 1), "'%s' is not a column, or there twice".formatted(title));
            }
            titles.add(column);
        }
        return titles;
    }

    private Entry row(CsvLine row, List<Optional<String>> titles) {
        var fault = row.fault();
        if (fault != null) {
            return broken(row.number(), row.text(), fault);
        }
        if (row.cells().size() != titles.size()) {
            return broken(
                    row.number(),
                    row.text(),
                    "has %d cells instead of %d".formatted(row.cells().size(), titles.size()));
        }
        if (row.text().length() > LONGEST) {
            return broken(row.number(), row.text(), "is longer than %d characters".formatted(LONGEST));
        }
        var fields = json.createObjectNode();
        for (var i = 0; i < titles.size(); i++) {
            var cell = row.cells().get(i);
            titles.get(i).ifPresent(column -> Columns.put(fields, column, cell));
        }
        return new Entry(row.number(), row.text(), fields, List.of());
    }

    private Entry broken(int line, String text, String why) {
        return new Entry(line, text, json.createObjectNode(), List.of(new LineProblem(line, "", why)));
    }

    private static void refuseTooMany(List<Entry> entries) {
        if (entries.size() > MOST) {
            throw INVALID.because("The file has more than %d records; cut it into several.".formatted(MOST));
        }
    }
}
