package club.panamia.social;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.Person;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of posts, over HTTP and on the disk. */
public final class Uploaded {

    private Uploaded() {}

    public static ValidatableResponse upload(Person person, String type, byte[] file) {
        return as(person).contentType(type).body(file).post("/api/social/media").then();
    }

    /** Returns the upload's id. */
    public static String picture(Person person) {
        return id(upload(person, "image/png", Pictures.png(40, 20)));
    }

    /** Returns the upload's id. */
    public static String memo(Person person) {
        return id(upload(person, "audio/wav", Recordings.wav(500)));
    }

    private static String id(ValidatableResponse answer) {
        return answer.statusCode(201).extract().jsonPath().getString("id");
    }

    /** A draft with pictures, each of a mural. */
    public static Map<String, Object> showing(Map<String, Object> draft, String... pictures) {
        var shown = new ArrayList<Map<String, Object>>();
        for (var picture : pictures) {
            shown.add(Map.of("id", picture, "description", "A mural"));
        }
        var all = new HashMap<>(draft);
        all.put("attachments", shown);
        return all;
    }

    /** Asks for an address as nobody, without following where it leads. */
    public static ValidatableResponse at(String address) {
        return anonymous()
                .urlEncodingEnabled(false)
                .get(address.substring(address.indexOf("/media/")))
                .then();
    }

    public static List<String> addresses(Person viewer, String statusId) {
        return as(viewer)
                .get("/api/social/statuses/" + statusId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("attachments.url");
    }

    public static boolean isOnDisk(String id) {
        return Files.exists(Path.of("target/media/social", id));
    }
}
