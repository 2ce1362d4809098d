package club.panamia.engagement.notification;

/**
 * What is told, in the words of ActivityStreams: a verb, in a context, about an object.
 *
 * @param type a label of {@code notification_activity_type}
 * @param context a label of {@code notification_context}
 * @param objectType a label of {@code notification_object_type}
 * @param object the object's id
 * @param url where it leads; {@code {screenname}} becomes the reader's own, and without one it leads nowhere
 * @param message what the house says about it
 */
record Notice(String type, String context, String objectType, String object, String url, String message) {}
