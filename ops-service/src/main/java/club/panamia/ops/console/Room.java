package club.panamia.ops.console;

import club.panamia.kernel.event.ParkedEvent;
import club.panamia.ops.figures.FiguresView;
import club.panamia.ops.job.JobView;
import java.util.List;

/** Everything that the page shows. */
record Room(FiguresView figures, List<Plot> plots, List<JobView> jobs, List<ParkedEvent> parked) {}
