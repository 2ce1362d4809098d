package club.panamia.social.feed;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RssDocumentTest extends AnasFeed {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";

    @Test
    void isRss() {
        var id = said(ana, "Hola **todos** #Miami #food", "public");
        sql.run("UPDATE social_statuses SET published = '2026-05-04 10:00Z', edited_at = '2026-05-14 11:00Z'");
        sql.run("UPDATE social_actors SET icon_url = 'https://panamia.example/a.jpg'");

        var answer = feed("ana");
        answer.then()
                .statusCode(200)
                .contentType("application/rss+xml; charset=utf-8")
                .header("Cache-Control", "public, max-age=60");
        var rss = xml(answer);

        assertThat(rss.getDocumentElement().getTagName()).isEqualTo("rss");
        assertThat(rss.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        assertThat(texts(rss, "title")).containsExactly("Name of Ana (@Ana@localhost)", "Name of Ana (@Ana@localhost)");
        assertThat(texts(rss, "url")).containsExactly("https://panamia.example/a.jpg");
        assertThat(texts(rss, "lastBuildDate")).containsExactly("Thu, 14 May 2026 11:00:00 GMT");
        assertThat(one(rss, ATOM, "link").getAttribute("href")).isEqualTo(ANAS);
        assertThat(one(rss, ATOM, "link").getAttribute("rel")).isEqualTo("self");
        assertThat(texts(rss, "link"))
                .containsExactly(PUBLIC_URL + "/p/Ana", PUBLIC_URL + "/p/Ana", PUBLIC_URL + "/p/Ana/" + id);
        assertThat(texts(rss, "guid")).containsExactly(PUBLIC_URL + "/ap/statuses/" + id);
        assertThat(texts(rss, "pubDate")).containsExactly("Mon, 4 May 2026 10:00:00 GMT");
        assertThat(texts(rss, "category")).containsExactly("miami", "food");
        assertThat(one(rss, DC, "creator").getTextContent()).isEqualTo("Name of Ana");
        assertThat(texts(rss, "description").getLast()).contains("<strong>todos</strong>");
    }

    @Test
    void isEmptyOfWhoHasSaidNothing() {
        var rss = xml(feed("ana"));

        assertThat(texts(rss, "item")).isEmpty();
        assertThat(texts(rss, "lastBuildDate")).isEmpty();
        assertThat(texts(rss, "link")).containsExactly(PUBLIC_URL + "/p/Ana");
    }

    @Test
    void showsFiles() {
        var draft = showing(draft("Hola", "public"), picture(ana), memo(ana));
        post(ana, draft).statusCode(201);
        sql.run("UPDATE social_attachments SET description = '\"A\" <mural> & ]]>' WHERE type = 'image'");

        var rss = xml(feed("ana"));

        var files = rss.getElementsByTagNameNS(MEDIA, "content");
        assertThat(files.getLength()).isEqualTo(2);
        var picture = (Element) files.item(0);
        assertThat(picture.getAttribute("url")).startsWith(PUBLIC_URL + "/media/social/");
        assertThat(picture.getAttribute("type")).isEqualTo("image/jpeg");
        assertThat(picture.getAttribute("medium")).isEqualTo("image");
        assertThat(picture.getAttribute("width")).isEqualTo("40");
        assertThat(picture.getAttribute("height")).isEqualTo("20");
        assertThat(picture.hasAttribute("fileSize")).isFalse();
        assertThat(picture.getTextContent()).isEqualTo("\"A\" <mural> & ]]>");
        var memo = (Element) files.item(1);
        assertThat(memo.getAttribute("medium")).isEqualTo("audio");
        assertThat(memo.getAttribute("duration")).isEqualTo("1");
        var enclosure = (Element) rss.getElementsByTagName("enclosure").item(0);
        assertThat(rss.getElementsByTagName("enclosure").getLength()).isEqualTo(1);
        assertThat(enclosure.getAttribute("url")).isEqualTo(memo.getAttribute("url"));
        assertThat(enclosure.getAttribute("type")).isEqualTo("audio/wav");
        var file = anonymous().get(enclosure.getAttribute("url").substring(PUBLIC_URL.length()));
        assertThat(enclosure.getAttribute("length")).isEqualTo(String.valueOf(file.asByteArray().length));
        assertThat(memo.getAttribute("fileSize")).isEqualTo(enclosure.getAttribute("length"));
    }

    @Test
    void showsAWarningInsteadOfWhatItWarnsOf() {
        var draft = showing(draft("The secret #hidden", "public"), picture(ana));
        draft.put("contentWarning", "<b>Food</b> & \"more\"");
        post(ana, draft).statusCode(201);

        var answer = feed("ana");

        assertThat(answer.asString()).doesNotContain("secret", "hidden", "media:content", "mural");
        var described = texts(xml(answer), "description").getLast();
        assertThat(Jsoup.parse(described).select("b")).isEmpty();
        assertThat(Jsoup.parse(described).text()).isEqualTo("<b>Food</b> & \"more\"");
    }

    @Test
    void staysWellFormedWhateverSomebodySays() {
        said(ana, "<script>alert(1)</script> \"a\" 'b' & ]]> </description> [x](javascript:alert(1)) 😀", "public");
        sql.run("UPDATE social_statuses SET content = content || chr(1) || chr(65534)");
        sql.run("UPDATE social_actors SET name = '</title><item> & \"x\" ]]>' || chr(1)");

        var rss = xml(feed("ana"));

        assertThat(texts(rss, "item")).hasSize(1);
        assertThat(texts(rss, "title").getFirst()).isEqualTo("</title><item> & \"x\" ]]> (@Ana@localhost)");
        var described = Jsoup.parse(texts(rss, "description").getLast());
        assertThat(described.select("script, [href^=javascript]")).isEmpty();
        assertThat(described.text()).contains("<script>alert(1)</script> \"a\" 'b' & ]]> </description>", "😀");
    }
}
