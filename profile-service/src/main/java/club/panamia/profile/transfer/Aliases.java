package club.panamia.profile.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that older files have for today's fields. */
final class Aliases {

    /** Today's way to a field by the older one. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("phone", "phoneNumber"),
            Map.entry("phone_number", "phoneNumber"),
            Map.entry("locally_based", "locallyBased"),
            Map.entry("whatsapp_community", "whatsappCommunity"),
            Map.entry("active", "shown"),
            Map.entry("details", "descriptions.details"),
            Map.entry("background", "descriptions.background"),
            Map.entry("five_words", "descriptions.fiveWords"),
            Map.entry("fiveWords", "descriptions.fiveWords"),
            Map.entry("tags", "descriptions.tags"),
            Map.entry("hearaboutus", "descriptions.hearaboutus"),
            Map.entry("primary_address.name", "address.name"),
            Map.entry("primary_address.street1", "address.line1"),
            Map.entry("primary_address.street2", "address.line2"),
            Map.entry("primary_address.city", "address.locality"),
            Map.entry("primary_address.state", "address.region"),
            Map.entry("primary_address.zipcode", "address.postalCode"),
            Map.entry("primary_address.lat", "address.lat"),
            Map.entry("primary_address.lng", "address.lng"),
            Map.entry("primary_address.google_place_id", "address.googlePlaceId"),
            Map.entry("address.street1", "address.line1"),
            Map.entry("address.street2", "address.line2"),
            Map.entry("address.city", "address.locality"),
            Map.entry("address.state", "address.region"),
            Map.entry("address.zipcode", "address.postalCode"),
            Map.entry("address.google_place_id", "address.googlePlaceId"),
            Map.entry("descriptions.five_words", "descriptions.fiveWords"));

    /** What older files have and nobody needs. */
    private static final List<String> PASSED_OVER = List.of("slug", "handle", "_id", "id");

    private Aliases() {}

    /** By titles in lower case. */
    static Map<String, String> ofColumns() {
        var titles = new HashMap<String, String>();
        FIELDS.forEach((old, today) -> titles.put(old.toLowerCase(Locale.ROOT), today));
        return titles;
    }

    static boolean passesOver(String title) {
        return PASSED_OVER.contains(title.strip().toLowerCase(Locale.ROOT));
    }

    /** Moves what stands under an old name to today's place, unless something stands there. */
    static void rename(ObjectNode profile) {
        profile.remove(PASSED_OVER);
        FIELDS.forEach((old, today) -> move(profile, old.split("\\."), today.split("\\.")));
        if (profile.path("primary_address").isEmpty()) {
            profile.remove("primary_address");
        }
    }

    private static void move(ObjectNode profile, String[] from, String[] to) {
        var source = parent(profile, from);
        var value = source == null ? null : source.get(from[from.length - 1]);
        if (source == null || value == null || to.length == 2 && isNoObject(profile, to[0])) {
            return;
        }
        var target = to.length == 1 ? profile : profile.withObject("/" + to[0]);
        if (!target.has(to[to.length - 1])) {
            source.remove(from[from.length - 1]);
            target.set(to[to.length - 1], value);
        }
    }

    private static @Nullable ObjectNode parent(ObjectNode profile, String[] way) {
        if (way.length == 1) {
            return profile;
        }
        return profile.get(way[0]) instanceof ObjectNode section ? section : null;
    }

    private static boolean isNoObject(ObjectNode profile, String field) {
        return profile.has(field) && !profile.get(field).isObject();
    }
}
