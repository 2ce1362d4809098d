package club.panamia.mentoring.intake;

import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.seed.Person;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forms as a front end would fill them in. */
final class Filled {

    private Filled() {}

    /** A form of somebody who offers a service, with all that it needs but for its pictures. */
    static Map<String, Object> services() {
        var data = new HashMap<String, Object>();
        data.put("about", "I mend bicycles.");
        data.put("tags", List.of("bicycles", "repair"));
        data.put("interest", "Neighbours.");
        data.put("workshop", "Yes");
        data.put("businessNeed", "A roof.");
        data.put("igUsername", "rueda");
        data.put("twitterHandle", "rueda");
        data.put("website", "https://rueda.example");
        data.put("category", List.of("Mechanical"));
        data.put("locationOptions", List.of("My Location", "Markets/Events"));
        data.put("serviceType", List.of("Walk-in"));
        data.put("igConsent", true);
        data.put("marketConsent", false);
        data.put("collabConsent", true);
        return data;
    }

    static Map<String, Object> with(Map<String, Object> data, String field, Object value) {
        var more = new HashMap<>(data);
        more.put(field, value);
        return more;
    }

    static Response write(Person person, String type, Map<String, Object> data) {
        return write(person, type, data, "*");
    }

    static Response write(Person person, String type, Map<String, Object> data, String seen) {
        return as(person)
                .contentType("application/json")
                .header("If-Match", seen)
                .body(Map.of("name", "La Rueda", "data", data))
                .put(path(type));
    }

    static String path(String type) {
        return "/api/intake-forms/mine/" + type;
    }
}
