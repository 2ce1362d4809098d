package club.panamia.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Provider PROVIDER = new Provider("ours", Kind.OIDC, "Ours", Trust.TRUSTED, Tenants.NONE);

    @Test
    void takesAnAddressAndItsProofFromOnePlace() {
        var proven =
                new JsonObject().put("sub", "1").put("email", "old@example.org").put("email_verified", true);

        var both = Claims.of(PROVIDER, proven, new JsonObject()).identity();
        var mixed = Claims.of(PROVIDER, proven, new JsonObject().put("email", "new@example.org"))
                .identity();

        assertThat(both.email()).isEqualTo("old@example.org");
        assertThat(both.emailVerified()).isTrue();
        assertThat(mixed.email()).isEqualTo("new@example.org");
        assertThat(mixed.emailVerified()).isFalse();
    }

    @Test
    void takesNothingForAnAddressThatIsNone() {
        var told = new JsonObject().put("sub", "1").put("email", "ana at home").put("email_verified", true);

        assertThat(Claims.of(PROVIDER, told, new JsonObject()).identity().email())
                .isNull();
    }

    @Test
    void keepsNamesAndPicturesWithinBounds() {
        var told = new JsonObject()
                .put("sub", "1")
                .put("name", "A".repeat(300) + "\u0000")
                .put("picture", "javascript:alert(1)");

        var identity = Claims.of(PROVIDER, told, new JsonObject()).identity();

        assertThat(identity.name()).hasSize(200);
        assertThat(identity.image()).isNull();
    }

    @Test
    void refusesAnAccountWithoutAnId() {
        assertThatThrownBy(() -> Claims.of(PROVIDER, new JsonObject().put("sub", " "), new JsonObject())
                        .identity())
                .hasMessageContaining("Ours did not say which account it is");
    }
}
