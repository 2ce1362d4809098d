package club.panamia.social.place;

/**
 * The middle of a cell of a fixed net over the earth, each about 550 m high and wide. All points of a cell become the same one,
 * so that many posts from one place tell no more of it than one does: chance offsets would.
 */
record Cell(double latitude, double longitude) {

    private static final double HEIGHT = 0.005;

    static Cell around(double latitude, double longitude) {
        var middle = middle(latitude + 90, HEIGHT, 180) - 90;
        var columns = Math.max(1, Math.floor(360 / HEIGHT * Math.cos(Math.toRadians(middle))));
        return new Cell(rounded(middle), rounded(middle(longitude + 180, 360 / columns, 360) - 180));
    }

    /** The last cell holds its end, too. */
    private static double middle(double value, double size, double end) {
        return Math.min(Math.floor(value / size), Math.round(end / size) - 1) * size + size / 2;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
