package club.panamia.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.liquibase.SchemaInstaller;
import club.panamia.schema.PostgresUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

    private static final List<String> TABLES = List.of(
            "users",
            "accounts",
            "sessions",
            "verification_tokens",
            "profiles",
            "articles",
            "article_announcements",
            "social_actors",
            "social_statuses",
            "social_follows",
            "social_likes",
            "social_attachments",
            "social_tags",
            "social_recipients",
            "mentor_sessions",
            "intake_forms",
            "notifications",
            "user_follows",
            "user_lists",
            "user_list_members",
            "interactions",
            "screenname_history",
            "contact_submissions",
            "newsletter_signups",
            "brevo_contacts",
            "email_migrations",
            "o_auth_verifications");

    @Test
    void describesAndDrawsAll27TablesAndServesThePages(@TempDir Path folder) throws Exception {
        var pages = folder.resolve("schema");
        try (var server = EmbeddedPostgres.start()) {
            var admin = new PostgresUrl("localhost", server.getPort(), "postgres", "postgres", "", null);
            SchemaInstaller.install(admin, role -> "secret");

            new Generator(admin.withUser("pana_migrator", "secret")).write(pages);
        }

        assertThat(TABLES).hasSize(27).allSatisfy(table -> {
            assertThat(pages.resolve("tables/" + table + ".html")).content().contains("created_at", "updated_at");
            assertThat(diagrams(pages)).contains(">" + table + "<");
        });
        try (var local = LocalServer.over(pages);
                var browser = HttpClient.newHttpClient()) {
            var index = browser.send(HttpRequest.newBuilder(local.address()).build(), BodyHandlers.ofString());
            assertThat(index.statusCode()).isEqualTo(200);
            assertThat(index.body()).contains(TABLES);
        }
    }

    @Test
    void saysWhyItCouldNot(@TempDir Path folder) {
        var nobody = new PostgresUrl("localhost", 1, "postgres", "postgres", "secret", null);

        assertThatThrownBy(() -> new Generator(nobody).write(folder.resolve("schema")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Connection")
                .hasMessageNotContaining("secret");
    }

    private static String diagrams(Path pages) throws IOException {
        var summary = pages.resolve("diagrams/summary/relationships.real.large.svg");
        var orphans = pages.resolve("diagrams/orphans/orphans.svg");
        return Files.readString(summary) + Files.readString(orphans);
    }
}
