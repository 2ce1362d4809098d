package club.panamia.mentoring.availability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Opening hours on one day of every week. */
@InOrder
public record Block(
        @NotNull @Schema(required = true) Weekday day,

        @Schema(required = true, description = "HH:MM", examples = "09:00")
        String startTime,

        @Schema(required = true, description = "HH:MM, 24:00 at most", examples = "17:30")
        String endTime)
        implements Opening {

    public Block {
        startTime = Opening.normalised(startTime);
        endTime = Opening.normalised(endTime);
    }

    /** By day and time; what overlaps or touches becomes one. What cannot be read stays as it is, to be refused. */
    static List<Block> merged(@Nullable List<Block> said) {
        if (said == null || said.stream().anyMatch(block -> block == null || block.day == null || !block.isInOrder())) {
            return said == null ? List.of() : said;
        }
        return Arrays.stream(Weekday.values())
                .flatMap(day -> on(day, said).stream().map(hours -> new Block(day, hours.startTime(), hours.endTime())))
                .toList();
    }

    static List<Hours> on(Weekday day, List<Block> blocks) {
        return Hours.merged(blocks.stream()
                .filter(block -> block.day == day)
                .map(block -> new Hours(block.startTime, block.endTime))
                .toList());
    }

    @JsonIgnore
    @Override
    public boolean isInOrder() {
        return Opening.super.isInOrder();
    }
}
