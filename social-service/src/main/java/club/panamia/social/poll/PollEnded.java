package club.panamia.social.poll;

import club.panamia.kernel.event.DomainEvent;
import java.util.List;

/**
 * A poll is over.
 *
 * @param userIds some of those who hear of it: its author and those who voted, in portions
 */
record PollEnded(String statusId, List<String> userIds) implements DomainEvent {

    @Override
    public String type() {
        return "social.poll.ended";
    }
}
