package club.panamia.benchmark;

import club.panamia.dev.layout.SuiteService;

/**
 * A kind of event streams.
 *
 * @param event the name of the events that are waited for
 * @param hello how the comment begins by which a stream says that it is open
 */
record Source(SuiteService service, String path, String event, String hello) {

    static final Source NOTIFICATIONS =
            new Source(SuiteService.ENGAGEMENT, "/api/notifications/stream", "notification", "welcome");

    static final Source TIMELINES =
            new Source(SuiteService.SOCIAL, "/api/social/timelines/stream?timeline=local", "local", "ping");
}
