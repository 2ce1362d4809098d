package club.panamia.social.feed;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What Ana says, read by a parser that knows nothing of who wrote the document. */
abstract class AnasFeed {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String ANAS = PUBLIC_URL + "/api/social/actors/Ana/feed";

    final Sql sql = TestDatabase.get().sql();

    Person ana;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
    }

    static Response feed(String username) {
        return anonymous().redirects().follow(false).get("/api/social/actors/{username}/feed", username);
    }

    static Response known(String username, String tag) {
        return anonymous().header("If-None-Match", tag).get("/api/social/actors/{username}/feed", username);
    }

    static Document xml(Response answer) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            answer.then().statusCode(200);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    static Element one(Document document, String namespace, String element) {
        return (Element) document.getElementsByTagNameNS(namespace, element).item(0);
    }

    static List<String> texts(Document document, String element) {
        var nodes = document.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
