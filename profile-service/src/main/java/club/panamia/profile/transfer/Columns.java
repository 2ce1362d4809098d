package club.panamia.profile.transfer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A profile as a row of a table: a column is the way to a field, {@code descriptions.details}; vocabularies are words in one cell. */
final class Columns {

    static final List<String> ALL = List.of(
            "email",
            "shown",
            "name",
            "phoneNumber",
            "pronouns",
            "locallyBased",
            "whatsappCommunity",
            "categories",
            "counties",
            "descriptions.details",
            "descriptions.background",
            "descriptions.fiveWords",
            "descriptions.tags",
            "descriptions.hearaboutus",
            "socials.website",
            "socials.instagram",
            "socials.facebook",
            "socials.tiktok",
            "socials.twitter",
            "socials.spotify",
            "address.name",
            "address.line1",
            "address.line2",
            "address.line3",
            "address.locality",
            "address.region",
            "address.postalCode",
            "address.country",
            "address.lat",
            "address.lng",
            "address.googlePlaceId",
            "hours.text",
            "gentedepana.code",
            "gentedepana.percentage",
            "gentedepana.details",
            "locations",
            "audience.email",
            "audience.phoneNumber",
            "audience.pronouns",
            "audience.address",
            "audience.locations",
            "audience.hours",
            "audience.website",
            "audience.instagram",
            "audience.facebook",
            "audience.tiktok",
            "audience.twitter",
            "audience.spotify");

    /** A list of addresses in one cell, as JSON. */
    private static final String LOCATIONS = "locations";

    private static final List<String> VOCABULARIES = List.of("categories", "counties");

    private static final Map<String, String> BY_LOWER_CASE =
            ALL.stream().collect(Collectors.toMap(column -> column.toLowerCase(Locale.ROOT), column -> column));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Columns() {}

    /** The column that somebody means: in any case, by its old name or only by its last word where that is the old name. */
    static Optional<String> named(String title) {
        var name = title.strip();
        var today = Aliases.ofColumns().getOrDefault(name.toLowerCase(Locale.ROOT), name);
        return Optional.ofNullable(BY_LOWER_CASE.get(today.toLowerCase(Locale.ROOT)));
    }

    static List<String> cells(ObjectNode profile) {
        var cells = new ArrayList<String>();
        for (var column : ALL) {
            var value = profile.at(pointer(column));
            cells.add(cell(column, value));
        }
        return cells;
    }

    /** Puts a cell where it belongs; an empty one says nothing. */
    static void put(ObjectNode profile, String column, String cell) {
        if (cell.isBlank()) {
            return;
        }
        if (column.equals(LOCATIONS)) {
            profile.set(column, places(cell));
            return;
        }
        if (VOCABULARIES.contains(column)) {
            var words = profile.putObject(column);
            for (var word : cell.split("[;,]")) {
                words.put(word.strip(), true);
            }
            return;
        }
        var steps = column.split("\\.");
        var parent = steps.length == 1 ? profile : profile.withObject("/" + steps[0]);
        parent.put(steps[steps.length - 1], cell);
    }

    private static String cell(String column, JsonNode value) {
        if (column.equals(LOCATIONS)) {
            return value.isEmpty() ? "" : value.toString();
        }
        return VOCABULARIES.contains(column) ? words(value) : value.asText("");
    }

    /** What is no JSON stays as it is: the judge says that it is of the wrong kind. */
    private static JsonNode places(String cell) {
        try {
            return JSON.readTree(cell);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(cell);
        }
    }

    private static String words(JsonNode vocabulary) {
        return StreamSupport.stream(((Iterable<String>) vocabulary::fieldNames).spliterator(), false)
                .collect(Collectors.joining(";"));
    }

    private static JsonPointer pointer(String column) {
        return JsonPointer.compile("/" + column.replace('.', '/'));
    }
}
