package club.panamia.kernel.media;

/**
 * A picture that was kept.
 *
 * @param file the first part of its files' names: {@code /media/{service}/{file}-{size}.jpg}
 * @param width in pixels, as it was uploaded, upright
 */
public record StoredImage(String file, int width, int height) {}
