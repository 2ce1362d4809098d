package club.panamia.profile.geocode;

import club.panamia.kernel.problem.ProblemType;

/** Why nobody can say where an address is. */
enum GeocodeProblem implements ProblemType {
    NO_GEOCODER(404, "no-geocoder", "Addresses are not looked up here"),
    NO_SUCH_PLACE(404, "no-such-place", "There is no such place"),
    GEOCODER_SILENT(503, "geocoder-silent", "The geocoder does not answer");

    private final int status;
    private final String slug;
    private final String title;

    GeocodeProblem(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
