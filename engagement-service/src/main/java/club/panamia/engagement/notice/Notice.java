package club.panamia.engagement.notice;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell: what happened, to what, and where it leads.
 *
 * @param objectType a label of {@code notification_object_type}
 * @param object the object's id
 * @param url {@code {screenname}} becomes the reader's own, and without one it leads nowhere
 * @param message what a person said with it
 * @param minutes how long it is until then, where it is about a time to come
 * @param messageInSpanish the same as {@code message}, for those who read Spanish
 */
public record Notice(
        NoticeKind kind,
        @Nullable String objectType,
        @Nullable String object,
        @Nullable String title,
        @Nullable String url,
        @Nullable String message,
        @Nullable Integer minutes,
        @Nullable String messageInSpanish) {

    /** Of nothing in particular, by the house. */
    public static Notice of(NoticeKind kind) {
        return new Notice(kind, null, null, null, null, null, null, null);
    }

    /** About a thing. */
    public static Notice about(NoticeKind kind, @Nullable String objectType, String object) {
        return new Notice(kind, objectType, object, null, null, null, null, null);
    }

    public Notice titled(@Nullable String text) {
        return new Notice(kind, objectType, object, text, url, message, minutes, messageInSpanish);
    }

    public Notice leadingTo(@Nullable String path) {
        return new Notice(kind, objectType, object, title, path, message, minutes, messageInSpanish);
    }

    public Notice saying(@Nullable String text) {
        return new Notice(kind, objectType, object, title, url, text, minutes, messageInSpanish);
    }

    public Notice in(@Nullable Integer time) {
        return new Notice(kind, objectType, object, title, url, message, time, messageInSpanish);
    }

    public Notice sayingInSpanish(@Nullable String text) {
        return new Notice(kind, objectType, object, title, url, message, minutes, text);
    }
}
