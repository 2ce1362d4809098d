package club.panamia.profile.directory;

import static club.panamia.testing.http.Callers.anonymous;

import java.util.ArrayList;
import java.util.List;

/** A whole list, read page by page as an app would. */
final class Pages {

    private Pages() {}

    static List<String> ids(String list, int limit) {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = anonymous()
                    .queryParam("limit", limit)
                    .queryParam("cursor", cursor)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return seen;
    }
}
