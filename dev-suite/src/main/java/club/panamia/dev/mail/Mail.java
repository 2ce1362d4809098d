package club.panamia.dev.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** A mail as one addressee got it: decoded, its links picked out. */
public record Mail(
        long number, Instant at, String from, String to, String subject, String text, String html, List<String> links) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    static Mail of(long number, Instant at, String to, MimeMessage message) throws MessagingException, IOException {
        var text = body(message, "text/plain");
        var html = body(message, "text/html");
        var links = new LinkedHashSet<String>();
        LINK.matcher(text).results().forEach(link -> links.add(link.group()));
        LINK.matcher(html).results().forEach(link -> links.add(link.group().replace("&amp;", "&")));
        var from = message.getFrom();
        return new Mail(
                number,
                at,
                from == null || from.length == 0 ? "" : from[0].toString(),
                to,
                message.getSubject() == null ? "" : message.getSubject(),
                text,
                html,
                List.copyOf(links));
    }

    /** The first part of this type that is not an attachment; empty when there is none. */
    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = body(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
