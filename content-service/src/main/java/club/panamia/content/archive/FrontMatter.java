package club.panamia.content.archive;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Articles as Markdown with what else is to be known of them before it, between two lines of three hyphens. Each value is
 * written as JSON, which YAML takes too; a value that is no JSON is read as the text that it is.
 */
final class FrontMatter {

    private static final String FENCE = "---";

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private FrontMatter() {}

    static String write(ArchivedArticle article) {
        var text = new StringBuilder(FENCE).append('\n');
        ObjectNode members = JSON.valueToTree(article.draft());
        var content = members.remove("content").asText();
        text.append("slug: ").append(TextNode.valueOf(article.slug())).append('\n');
        members.properties()
                .forEach(member -> text.append(member.getKey())
                        .append(": ")
                        .append(member.getValue())
                        .append('\n'));
        return text.append(FENCE).append("\n\n").append(content).toString();
    }

    /** Refuses, naming the file, what is no such text. */
    static ArchivedArticle read(String file, String text) {
        var unified = text.startsWith(FENCE + "\r\n") ? text.replace("\r\n", "\n") : text;
        var end = unified.indexOf("\n" + FENCE + "\n");
        if (!unified.startsWith(FENCE + "\n") || end < 0) {
            throw unreadable(file, "must begin with front matter between two lines of ---");
        }
        var members = JSON.createObjectNode();
        unified.substring(0, end)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(line -> add(file, line, members));
        var content = unified.substring(end + FENCE.length() + 2);
        members.put("content", content.startsWith("\n") ? content.substring(1) : content);
        return article(file, members);
    }

    private static void add(String file, String line, ObjectNode members) {
        var colon = line.indexOf(':');
        if (colon < 1) {
            throw unreadable(file, "has a line of front matter without a colon");
        }
        members.set(
                line.substring(0, colon).strip(),
                value(line.substring(colon + 1).strip()));
    }

    private static JsonNode value(String text) {
        try {
            var value = JSON.readTree(text);
            return value.isMissingNode() ? TextNode.valueOf("") : value;
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(text);
        }
    }

    private static ArchivedArticle article(String file, ObjectNode members) {
        try {
            var slug = members.path("slug").asText(file.replaceAll("^.*/|\\.md$", ""));
            return new ArchivedArticle(slug, JSON.treeToValue(members, ArticleDraft.class));
        } catch (JsonProcessingException fault) {
            throw unreadable(file, "has front matter that fits no article");
        }
    }

    static Problem unreadable(String file, String why) {
        return INVALID.because("An article in the archive cannot be read.").at("/" + file, why);
    }
}
