package club.panamia.profile.image;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import java.util.Arrays;

/** Where a picture can hang. */
enum Slot {
    PRIMARY("primary"),
    GALLERY1("gallery1"),
    GALLERY2("gallery2"),
    GALLERY3("gallery3"),

    /** Wide, above everything else. */
    HEADER("header");

    final String key;

    Slot(String key) {
        this.key = key;
    }

    static Slot named(String key) {
        return Arrays.stream(values())
                .filter(slot -> slot.key.equals(key))
                .findFirst()
                .orElseThrow(
                        () -> NOT_FOUND.because("Pictures hang at primary, header, gallery1, gallery2 and gallery3."));
    }
}
