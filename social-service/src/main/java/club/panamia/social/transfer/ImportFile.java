package club.panamia.social.transfer;

import static club.panamia.social.remote.RemoteProblem.NOT_UNDERSTOOD;

import club.panamia.kernel.csv.Csv;
import club.panamia.kernel.csv.CsvLine;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.home.Home;
import club.panamia.social.rule.Domain;
import club.panamia.social.wire.Host;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A file of things, one a line. A first line may say which column they are in; without it, it is the first. */
final class ImportFile {

    static final int MOST = 10_000;

    private static final Set<String> NAMES = Set.of("account address", "domain", "uri");
    private static final String HANDLE = "[^\\p{Cntrl}\\s@/<>\"]{1,128}(@[A-Za-z0-9.:-]{1,260})?";
    private static final int SHOWN = 200;

    private final Kind kind;
    private final Home home;

    private ImportFile(Kind kind, Home home) {
        this.kind = kind;
        this.home = home;
    }

    /**
     * The rows of it as JSON, each thing once: {@code place}, {@code value}, and {@code reason} where it is none of this kind. Refuses a
     * file that is none, saying why.
     */
    static JsonArray read(Kind kind, byte[] file, Home home) {
        var lines = Csv.read(text(file), MOST + 2).stream().map(CsvLine::sound).toList();
        var column = lines.isEmpty() ? -1 : column(lines.getFirst());
        var things = column < 0 ? lines : lines.subList(1, lines.size());
        if (things.isEmpty() || things.size() > MOST) {
            throw CommonProblem.INVALID.because("The file has 1 to %d lines.".formatted(MOST));
        }
        return new ImportFile(kind, home).rows(things, Math.max(column, 0));
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CommonProblem.INVALID.because("The file is not written in UTF-8.");
        }
    }

    private static int column(CsvLine first) {
        return first.words().stream()
                .map(cell -> cell.replaceFirst("^#", "").toLowerCase(Locale.ROOT))
                .map(NAMES::contains)
                .toList()
                .indexOf(true);
    }

    private JsonArray rows(List<CsvLine> lines, int column) {
        var rows = new JsonArray();
        var known = new HashSet<String>();
        var understood = false;
        for (var line : lines) {
            var cell = column < line.cells().size() ? line.words().get(column) : "";
            var thing = thing(cell);
            understood |= thing.isPresent();
            var value = thing.orElseGet(() -> shown(cell));
            if (known.add(value.toLowerCase(Locale.ROOT))) {
                var row = new JsonObject().put("place", line.number()).put("value", value);
                rows.add(thing.isPresent() ? row : row.put("reason", NOT_UNDERSTOOD.slug()));
            }
        }
        if (!understood) {
            throw CommonProblem.INVALID.because("No line of the file is one of %s.".formatted(kind.label()));
        }
        return rows;
    }

    private static String shown(String cell) {
        return cell.isEmpty()
                ? "-"
                : cell.codePoints()
                        .limit(SHOWN)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private Optional<String> thing(String cell) {
        return switch (kind) {
            case FOLLOWS, BLOCKS, MUTES -> handle(cell);
            case SERVERS -> server(cell);
            case BOOKMARKS ->
                Optional.of(cell).filter(address -> Host.of(address).isPresent());
        };
    }

    private Optional<String> handle(String cell) {
        var name = cell.replaceFirst("^(acct:)?@?", "");
        return name.matches(HANDLE) ? Optional.of(home.handle(name)) : Optional.empty();
    }

    private Optional<String> server(String cell) {
        try {
            return Optional.of(Domain.ofOne(cell, home.host()));
        } catch (Problem none) {
            return Optional.empty();
        }
    }
}
