package club.panamia.kernel.house;

import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An entity for tests over a table that the kernel's test role may write. */
@Entity
@Table(name = "contact_submissions")
public class Parcel {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    public String id;

    @Column(columnDefinition = "text")
    public String name;

    @Column(columnDefinition = "text")
    public String email;

    @Version
    public int version;
}
