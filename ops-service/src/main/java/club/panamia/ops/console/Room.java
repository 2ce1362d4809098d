package club.panamia.ops.console;

import club.panamia.kernel.event.ParkedEvent;
import club.panamia.ops.figures.FiguresView;
import club.panamia.ops.job.JobView;
import club.panamia.ops.mail.DomainView;
import club.panamia.ops.moderation.ReportView;
import club.panamia.ops.quota.QuotaView;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Everything that the page shows. */
record Room(
        FiguresView figures,
        List<ReportView> reports,
        List<DomainView> hosts,
        List<QuotaView> quotas,
        List<Plot> plots,
        List<JobView> jobs,
        List<ParkedEvent> parked) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /** As people read a time. */
    @TemplateExtension
    static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
