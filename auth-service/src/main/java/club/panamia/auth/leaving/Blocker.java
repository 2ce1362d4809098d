package club.panamia.auth.leaving;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can stand in the way of leaving. */
enum Blocker {
    @JsonProperty("last-admin")
    LAST_ADMIN
}
