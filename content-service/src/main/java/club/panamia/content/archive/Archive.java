package club.panamia.content.archive;

import static club.panamia.content.archive.FrontMatter.unreadable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Articles in a zip file: a Markdown file of each, and all of them in one JSON file for programs. The same articles are the same
 * bytes. What is read is bounded by its size once unpacked, not by what it says of itself.
 */
final class Archive {

    static final int MOST_ARTICLES = 100;

    private static final String JSON_FILE = "articles.json";
    private static final int LARGEST_ENTRY = 1 << 20;
    private static final int MOST_ENTRIES = 1000;

    /** The first moment that a zip file can name, as a local time: 1980-01-01. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private Archive() {}

    static byte[] write(List<ArchivedArticle> articles) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var article : articles) {
                put(zip, article.file(), FrontMatter.write(article));
            }
            put(zip, JSON_FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(articles));
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Every Markdown file in it; the JSON file says the same. */
    static List<ArchivedArticle> read(byte[] file) {
        var articles = new ArrayList<ArchivedArticle>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            var seen = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++seen > MOST_ENTRIES) {
                    throw unreadable("archive", "has more than %d entries".formatted(MOST_ENTRIES));
                }
                if (!entry.isDirectory() && entry.getName().endsWith(ArchivedArticle.ENDING)) {
                    articles.add(FrontMatter.read(entry.getName(), text(entry.getName(), zip)));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw unreadable("archive", "is no zip file, or is cut");
        }
        requireSome(articles.size());
        return articles;
    }

    private static void requireSome(int articles) {
        if (articles == 0 || articles > MOST_ARTICLES) {
            throw unreadable("archive", "must hold 1 to %d Markdown files".formatted(MOST_ARTICLES));
        }
    }

    private static String text(String name, ZipInputStream zip) throws IOException {
        var content = zip.readNBytes(LARGEST_ENTRY + 1);
        if (content.length > LARGEST_ENTRY) {
            throw unreadable(name, "is larger than a mebibyte");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException fault) {
            throw unreadable(name, "is no text in UTF-8");
        }
    }
}
