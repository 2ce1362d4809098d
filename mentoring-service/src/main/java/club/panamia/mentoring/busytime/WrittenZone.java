package club.panamia.mentoring.busytime;

import biweekly.component.Observance;
import biweekly.component.VTimezone;
import biweekly.io.scribe.component.ICalComponentScribe;
import biweekly.property.RecurrenceRule;
import biweekly.property.ValuedProperty;
import biweekly.util.Frequency;
import java.util.stream.Stream;

/**
 * The rules of a time zone as a file brings them along. The library would follow them at once, however often they say that the
 * clocks change, and remember each change; as a component of a kind of its own it is let alone.
 */
final class WrittenZone extends VTimezone {

    private static final int MOST_RULES = 50;

    private WrittenZone() {
        super((String) null);
    }

    String name() {
        return String.valueOf(ValuedProperty.getValue(getTimezoneId()));
    }

    /** Whether they can be followed: clocks are changed by rules of years. */
    boolean isCalm() {
        return observances().count() <= MOST_RULES
                && observances()
                        .flatMap(observance -> observance.getProperties(RecurrenceRule.class).stream())
                        .allMatch(rule -> rule.getValue() != null
                                && rule.getValue().getFrequency() == Frequency.YEARLY
                                && rule.getValue().getByHour().isEmpty()
                                && rule.getValue().getByMinute().isEmpty()
                                && rule.getValue().getBySecond().isEmpty());
    }

    private Stream<Observance> observances() {
        return Stream.concat(getStandardTimes().stream(), getDaylightSavingsTime().stream());
    }

    /** Makes one of what the file says. */
    static final class Scribe extends ICalComponentScribe<WrittenZone> {

        Scribe() {
            super(WrittenZone.class, "VTIMEZONE");
        }

        @Override
        protected WrittenZone _newInstance() {
            return new WrittenZone();
        }
    }
}
