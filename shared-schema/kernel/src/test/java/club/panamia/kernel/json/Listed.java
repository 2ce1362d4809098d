package club.panamia.kernel.json;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcType;

/** A row whose document is an array. */
@Entity
@Table(name = "o_auth_verifications")
class Listed {

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Column(name = "oauth_profile")
    @JdbcType(JsonList.class)
    List<String> entries;
}
