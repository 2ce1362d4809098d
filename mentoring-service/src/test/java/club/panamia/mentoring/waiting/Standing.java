package club.panamia.mentoring.waiting;

import static club.panamia.mentoring.Asking.at;
import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.seed.Person;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;

/** People who stand in line for a mentor's hour of that day. */
final class Standing {

    private Standing() {}

    static Response inLine(Person person, Person mentor) {
        return inLine(person, mentor, 60, "09:00", "17:00");
    }

    static Response inLine(Person person, Person mentor, int minutes, String from, String until) {
        return as(person)
                .contentType("application/json")
                .body("{\"duration\": %d, \"from\": \"%s\", \"until\": \"%s\", \"timezone\": \"Europe/Madrid\"}"
                        .formatted(minutes, at(from), at(until)))
                .put(path(mentor));
    }

    static String path(Person mentor) {
        return "/api/mentoring/mentors/%s/waiting".formatted(mentor.screenname());
    }

    static void run(OfferFreeTime job) {
        try {
            VertxContextSupport.subscribeAndAwait(job::run);
        } catch (Throwable failure) {
            throw new AssertionError("the job failed", failure);
        }
    }
}
