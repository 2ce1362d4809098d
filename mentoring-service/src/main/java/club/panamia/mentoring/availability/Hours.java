package club.panamia.mentoring.availability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From one time of day to a later one, on a clock on the wall; 24:00 is the end of the day. */
@InOrder
public record Hours(
        @Schema(required = true, description = "HH:MM", examples = "09:00")
        String startTime,

        @Schema(required = true, description = "HH:MM, 24:00 at most", examples = "17:30")
        String endTime)
        implements Opening {

    public Hours {
        startTime = Opening.normalised(startTime);
        endTime = Opening.normalised(endTime);
    }

    /** In their order; what overlaps or touches becomes one. What cannot be read stays as it is, to be refused. */
    static List<Hours> merged(@Nullable List<Hours> said) {
        if (said == null || said.stream().anyMatch(hours -> hours == null || !hours.isInOrder())) {
            return said == null ? List.of() : said;
        }
        var merged = new ArrayList<Hours>();
        for (var hours :
                said.stream().sorted(Comparator.comparing(Hours::startTime)).toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.endTime.compareTo(hours.startTime) < 0) {
                merged.add(hours);
            } else if (last.endTime.compareTo(hours.endTime) < 0) {
                merged.set(merged.size() - 1, new Hours(last.startTime, hours.endTime));
            }
        }
        return List.copyOf(merged);
    }

    /** Minutes that the clock has counted since 00:00. */
    public int startMinute() {
        return Opening.minutes(startTime);
    }

    public int endMinute() {
        return Opening.minutes(endTime);
    }

    @JsonIgnore
    @Override
    public boolean isInOrder() {
        return Opening.super.isInOrder();
    }
}
