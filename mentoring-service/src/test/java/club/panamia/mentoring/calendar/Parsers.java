package club.panamia.mentoring.calendar;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.property.DateProperty;

/** Three programs that have nothing to do with each other, and what each of them reads in a calendar. */
final class Parsers {

    /** An event as whoever subscribes to it, or is invited, sees it. */
    record Read(String uid, int sequence, String status, Instant from, Instant until, String title) {}

    /** A calendar and why it was sent. */
    record Calendar(String method, List<Read> events) {}

    private Parsers() {}

    static Map<String, Function<String, Calendar>> all() {
        return Map.of("biweekly", Parsers::byBiweekly, "iCal4j", Parsers::byIcal4j, "ical.js", Parsers::byIcalJs);
    }

    private static Calendar byBiweekly(String text) {
        var calendar = Biweekly.parse(text).first();
        return new Calendar(
                calendar.getMethod().getValue(),
                calendar.getEvents().stream().map(Parsers::read).toList());
    }

    private static Read read(VEvent event) {
        return new Read(
                event.getUid().getValue(),
                event.getSequence().getValue(),
                event.getStatus().getValue().toUpperCase(Locale.ROOT),
                event.getDateStart().getValue().toInstant(),
                event.getDateEnd().getValue().toInstant(),
                event.getSummary().getValue());
    }

    private static Calendar byIcal4j(String text) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text));
            calendar.validate();
            return new Calendar(
                    calendar.getRequiredProperty(Property.METHOD).getValue(),
                    calendar.getComponents(Component.VEVENT).stream()
                            .map(Parsers::read)
                            .toList());
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Read read(Object component) {
        var event = (net.fortuna.ical4j.model.component.VEvent) component;
        return new Read(
                event.getRequiredProperty(Property.UID).getValue(),
                Integer.parseInt(event.getRequiredProperty(Property.SEQUENCE).getValue()),
                event.getRequiredProperty(Property.STATUS).getValue(),
                instant(event.getRequiredProperty(Property.DTSTART)),
                instant(event.getRequiredProperty(Property.DTEND)),
                event.getRequiredProperty(Property.SUMMARY).getValue());
    }

    private static Instant instant(Property property) {
        return Instant.from(((DateProperty<?>) property).getDate());
    }

    private static Calendar byIcalJs(String text) {
        var calendar = IcalJs.read(text);
        return new Calendar(
                calendar.getString("method"),
                calendar.getJsonArray("events").stream()
                        .map(JsonObject.class::cast)
                        .map(event -> new Read(
                                event.getString("uid"),
                                event.getInteger("sequence"),
                                event.getString("status"),
                                event.getInstant("from"),
                                event.getInstant("until"),
                                event.getString("summary")))
                        .toList());
    }
}
