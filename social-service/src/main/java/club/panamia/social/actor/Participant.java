package club.panamia.social.actor;

/** The actor as whom a person acts. */
public record Participant(String id, String uri, String followersUrl, String username) {}
