package club.panamia.ops.doctor;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A part of the suite that is looked at. */
interface Examination {

    /** Of what it names its findings after, should it fail altogether. */
    String name();

    Uni<List<Finding>> look();
}
