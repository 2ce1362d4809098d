package club.panamia.auth.account;

import static club.panamia.auth.account.AccountProblem.LAST_WAY_IN;
import static club.panamia.auth.account.AccountProblem.LINKED_ELSEWHERE;
import static club.panamia.auth.audit.SecurityAction.ACCOUNT_LINKED;
import static club.panamia.auth.audit.SecurityAction.ACCOUNT_UNLINKED;
import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;
import static java.util.stream.Collectors.toMap;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.auth.page.SignInOption;
import club.panamia.auth.page.SignInOptions;
import club.panamia.auth.user.ProvenPerson;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who is known by which accounts. Only those count that auth-service linked itself; a sidecar's word lets nobody in. */
@ApplicationScoped
public class Accounts {

    private static final String HOLDER = """
            SELECT u.id, u.locked_at
              FROM accounts a
              JOIN users u ON u.id = a.user_id
             WHERE a.provider = :provider AND a.provider_account_id = :id
               AND a.linked_by = session_user AND u.scrubbed_at IS NULL
            """;

    /** Takes the account, also from a sidecar that said without proof whose it is; nothing when it is taken by us. */
    private static final String LINK = """
            INSERT INTO accounts AS known (user_id, type, provider, provider_account_id)
            VALUES (:user, :type, :provider, :id)
            ON CONFLICT ON CONSTRAINT accounts_provider_key DO UPDATE SET
              user_id = EXCLUDED.user_id, type = EXCLUDED.type, linked_by = session_user,
              refresh_token = NULL, access_token = NULL, id_token = NULL, session_state = NULL, scope = NULL
              WHERE known.linked_by <> session_user
            RETURNING id
            """;

    /** All unlinking of one person waits here, so that two of them cannot take each other for the way that remains. */
    private static final String LOCK = "SELECT email_verified IS NOT NULL FROM users WHERE id = :user FOR UPDATE";

    private static final String UNLINK = """
            DELETE FROM accounts a
             WHERE a.id = :account AND a.user_id = :user
               AND (:reachable OR EXISTS (SELECT 1 FROM accounts other
                                           WHERE other.user_id = :user AND other.id <> :account
                                             AND other.linked_by = session_user AND other.provider IN (:offered)))
            RETURNING a.provider
            """;

    private static final String MINE = "SELECT provider FROM accounts WHERE id = :account AND user_id = :user";

    private final EventLog events;
    private final SignInOptions options;
    private final Pool pool;
    private final SecurityTrail trail;

    Accounts(EventLog events, SignInOptions options, Pool pool, SecurityTrail trail) {
        this.events = events;
        this.trail = trail;
        this.options = options;
        this.pool = pool;
    }

    /** The person who signs in by this account, if it is known. */
    public Uni<Optional<ProvenPerson>> holderOf(ForeignAccount account) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HOLDER, Object[].class)
                        .setParameter("provider", account.provider())
                        .setParameter("id", account.id())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(Accounts::person));
    }

    /** What is linked to the person, oldest first. */
    public Uni<Page<LinkedAccount>> of(Actor person, PageQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        var labels = options.offered().stream().collect(toMap(SignInOption::id, SignInOption::label));
        return pool.preparedQuery(LinkedAccount.OF_PERSON)
                .execute(Tuple.of(person.userId(), after, query.rows()))
                .map(rows -> LinkedAccount.of(rows, labels))
                .map(found -> Page.of(found, query, account -> Cursor.of(account.id())));
    }

    /** From now on the person signs in by this account, too. Linking again what is theirs changes nothing. */
    public Uni<Void> link(String userId, ForeignAccount account) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LINK, String.class)
                        .setParameter("user", userId)
                        .setParameter("type", account.type())
                        .setParameter("provider", account.provider())
                        .setParameter("id", account.id())
                        .getSingleResultOrNull())
                .chain(id -> id == null
                        ? requireTheirs(userId, account)
                        : tell(userId, new AccountEvent.Linked(userId, account.provider()), ACCOUNT_LINKED));
    }

    private Uni<Void> requireTheirs(String userId, ForeignAccount account) {
        return holderOf(account)
                .invoke(holder -> {
                    if (holder.filter(person -> person.id().equals(userId)).isEmpty()) {
                        throw LINKED_ELSEWHERE.because("Unlink it there first, or sign in with it.");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * The person does not sign in by this account any more. Refused when nothing else is left: neither a proven address, to which
     * a link can be mailed, nor another account at a provider that is switched on.
     */
    @WithTransaction
    public Uni<Void> unlink(String userId, String accountId) {
        return CallersTransaction.session()
                .chain(session -> reachable(session, userId))
                .chain(reachable -> delete(userId, accountId, reachable))
                .chain(provider -> provider == null
                        ? refuse(userId, accountId)
                        : tell(userId, new AccountEvent.Unlinked(userId, provider), ACCOUNT_UNLINKED));
    }

    private Uni<Void> tell(String userId, AccountEvent event, SecurityAction action) {
        return events.record(userId, event).chain(() -> trail.record(SecurityEvent.own(userId, action)));
    }

    private static Uni<Boolean> reachable(Mutiny.Session session, String userId) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .setParameter("user", userId)
                .getSingleResult();
    }

    private Uni<@Nullable String> delete(String userId, String accountId, boolean reachable) {
        var offered = options.offered().stream().map(SignInOption::id).toList();
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(UNLINK, String.class)
                        .setParameter("user", userId)
                        .setParameter("account", accountId)
                        .setParameter("reachable", reachable)
                        // A list must not be empty in SQL; no provider has this name.
                        .setParameter("offered", offered.isEmpty() ? List.of("") : offered)
                        .getSingleResultOrNull());
    }

    private static Uni<Void> refuse(String userId, String accountId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(MINE, String.class)
                        .setParameter("user", userId)
                        .setParameter("account", accountId)
                        .getSingleResultOrNull())
                .invoke(provider -> {
                    throw provider == null
                            ? NOT_FOUND.because("No such account is linked to yours.")
                            : LAST_WAY_IN.because(
                                    "Prove your address by a sign-in link first, or link another account.");
                })
                .replaceWithVoid();
    }

    private static ProvenPerson person(@Nullable Object[] row) {
        var lockedAt = (OffsetDateTime) row[1];
        return new ProvenPerson((String) row[0], lockedAt == null ? null : lockedAt.toInstant(), false);
    }
}
