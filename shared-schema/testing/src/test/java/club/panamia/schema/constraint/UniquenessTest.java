package club.panamia.schema.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.MinimalRows;
import club.panamia.schema.fixture.RolledBack;
import club.panamia.testing.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two rows are the same when they mean the same, however they are typed. */
class UniquenessTest {

    private static RolledBack transaction;

    @BeforeAll
    static void givenOneRowEverywhere() {
        transaction = new RolledBack(TestDatabase.get().sql());
        MinimalRows.insertEverywhere(transaction);
    }

    @AfterAll
    static void close() {
        transaction.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users (email) VALUES ('ANA@Example.org')                                                  | users_email_key
            accounts (user_id, type, provider, provider_account_id) VALUES (:ben, 'x', 'google', '1')  | accounts_provider_key
            profiles (email, name) VALUES ('Ana@Example.Org', 'Ana')                                   | profiles_email_key
            profiles (user_id, email, name) VALUES (:ana, 'other@example.org', 'Ana')                  | profiles_user_id_key
            articles (slug, title, article_type, author_id) VALUES ('hola', 'x', 'staff_update', :ben) | articles_slug_key
            article_announcements (article_id, author_id, content) VALUES (:article, :ana, 'x')        | article_announcements_author_key
            social_follows (actor_id, target_actor_id) VALUES (:actor, :other)                         | social_follows_pair_key
            social_likes (actor_id, status_id) VALUES (:other, :status)                                | social_likes_pair_key
            social_recipients (status_id, uri, field) VALUES (:status, 'https://b.example/ben', 'to')  | social_recipients_addressee_key
            intake_forms (email, form_type) VALUES ('ANA@example.org', 'art')                          | intake_forms_email_type_key
            user_follows (follower_id, following_id) VALUES (:ana, :ben)                               | user_follows_pair_key
            user_lists (owner_id, name) VALUES (:ana, 'BAKERS')                                        | user_lists_name_key
            user_list_members (list_id, user_id) VALUES (:list, :ben)                                  | user_list_members_user_key
            newsletter_signups (email) VALUES ('ANA@example.org')                                      | newsletter_signups_email_key
            brevo_contacts (email) VALUES ('ANA@example.org')                                          | brevo_contacts_email_key
            internal.parked_event (consumer, event_id, next_attempt_at, error) VALUES ('engagement', :event, now(), 'x') | parked_event_key
            """)
    void isOfTheMeaning(String row, String constraint) {
        var refusal = transaction.refusal("INSERT INTO " + MinimalRows.withParents(row));

        assertThat(refusal).isNotNull();
        assertThat(refusal.constraint()).isEqualTo(constraint);
        assertThat(refusal.state()).isEqualTo("23505");
    }

    /** A person may be both an artist and a cook, and be in two lists. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            intake_forms (email, form_type) VALUES ('ana@example.org', 'food')
            user_lists (owner_id, name) VALUES (:ben, 'Bakers')
            user_list_members (list_id, profile_id) VALUES (:list, (SELECT id FROM profiles))
            profiles (email, name) VALUES ('nobody@example.org', 'Unclaimed')
            """)
    void leavesRoomForWhatOnlyLooksTheSame(String row) {
        assertThat(transaction.refusal("INSERT INTO " + MinimalRows.withParents(row)))
                .isNull();
    }
}
