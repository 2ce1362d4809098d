package club.panamia.profile.geocode;

import club.panamia.kernel.problem.ProblemType;

/** Why nobody can say where an address is. */
enum GeocodeProblem implements ProblemType {
    NO_GEOCODER(404, "no-geocoder", "Addresses are not looked up here"),
    NO_SUCH_PLACE(404, "no-such-place", "There is no such place"),
    GEOCODER_SILENT(503, "geocoder-silent", "The geocoder does not answer");

    private final Kind kind;

    GeocodeProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
