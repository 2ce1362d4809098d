package club.panamia.docs.code;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackagesTest {

    /** NullAway looks only at packages that say so. */
    @Test
    void promiseNoNullAndSayWhatTheyAreFor() {
        var packages = Checkout.files(name -> name.contains("src/main/java/") && name.endsWith(".java")).stream()
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            var info = folder.resolve("package-info.java");
            assertThat(Files.exists(info))
                    .as(Checkout.name(info) + " is missing")
                    .isTrue();
            assertThat(Checkout.text(info))
                    .as(Checkout.name(info))
                    .contains("@NullMarked")
                    .contains("/**");
        });
    }
}
