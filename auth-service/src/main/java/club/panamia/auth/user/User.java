package club.panamia.auth.user;

import static club.panamia.auth.user.UserProblem.ADDRESS_IN_USE;
import static club.panamia.auth.user.UserProblem.PRIMARY_ADDRESS;
import static club.panamia.auth.user.UserProblem.SCREENNAME_COOLDOWN;
import static club.panamia.auth.user.UserProblem.TOO_MANY_ADDRESSES;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person. The addresses are private; the screenname is the public handle. */
@Entity
@Table(name = "users")
@DynamicUpdate
public class User {

    /** Between two changes of a screenname; the first choice starts no clock. */
    static final Duration COOLDOWN = Duration.ofDays(90);

    static final int MOST_FURTHER_ADDRESSES = 5;

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Nullable
    @Column(columnDefinition = "text", updatable = false)
    String email;

    @Nullable
    @Column(name = "email_verified", updatable = false)
    Instant emailVerified;

    @Nullable
    @Column(columnDefinition = "text")
    String name;

    @Nullable
    @Column(columnDefinition = "text")
    String screenname;

    @Nullable
    @Column(name = "last_screenname_change")
    Instant lastScreennameChange;

    @Nullable
    @Column(columnDefinition = "text")
    String image;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "account_type", columnDefinition = "account_type")
    AccountType accountType;

    @Nullable
    @Column(name = "zip_code", columnDefinition = "text")
    String zipCode;

    @Column(name = "alternate_emails", columnDefinition = "_text")
    List<String> alternateEmails;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "notification_preferences")
    NotificationPreferences notificationPreferences;

    @Column(name = "created_at", insertable = false, updatable = false)
    Instant createdAt;

    protected User() {}

    /** The screenname changed from one to another; {@code former} is null on the first choice. */
    public record ScreennameChanged(String userId, @Nullable String former, String screenname) implements DomainEvent {
        @Override
        public String type() {
            return "auth.screenname.changed";
        }
    }

    /** Somebody wants to be told of other things than before; what, is for those who may read it. */
    public record PreferencesChanged(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.preferences-changed";
        }
    }

    /** Somebody has shown that a further address is theirs, or let one go; which, is for those who may read it. */
    public record AddressesChanged(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.addresses-changed";
        }
    }

    /**
     * Takes a screenname. Changing one is possible every 90 days; another spelling of the same name is free. That nobody else
     * has or had it is the database's to say.
     */
    public Optional<ScreennameChanged> rename(Screenname wish, Instant now) {
        var former = screenname;
        if (wish.text().equals(former)) {
            return Optional.empty();
        }
        if (former != null && !wish.sameAs(former)) {
            requireCooledDown(now);
            lastScreennameChange = now;
        }
        screenname = wish.text();
        return Optional.of(new ScreennameChanged(id, former, wish.text()));
    }

    /** From when on the screenname can be changed; nothing while it has never been. */
    public Optional<Instant> nextScreennameChange() {
        return Optional.ofNullable(lastScreennameChange).map(last -> last.plus(COOLDOWN));
    }

    /** Says anew what {@code named} names; what it leaves out stays. The event tells of other wishes, if they are others. */
    public Optional<PreferencesChanged> revise(AccountDetails said, Predicate<String> named) {
        if (named.test("name")) {
            name = said.name();
        }
        if (named.test("zipCode")) {
            zipCode = said.zipCode();
        }
        if (named.test("accountType")) {
            accountType = said.accountType();
        }
        if (named.test("image")) {
            image = said.image();
        }
        return named.test("notificationPreferences") ? prefer(said.notificationPreferences()) : Optional.empty();
    }

    private Optional<PreferencesChanged> prefer(NotificationPreferences wishes) {
        if (wishes.equals(details().notificationPreferences())) {
            return Optional.empty();
        }
        notificationPreferences = wishes;
        return Optional.of(new PreferencesChanged(id));
    }

    /** Refuses an address that could not be added, so that no link is sent in vain. */
    public void requireRoomFor(String address) {
        if (address.equalsIgnoreCase(email) || alternateEmails.contains(address)) {
            throw ADDRESS_IN_USE.because("This address is already yours.");
        }
        if (alternateEmails.size() >= MOST_FURTHER_ADDRESSES) {
            throw TOO_MANY_ADDRESSES.because("You have %d further addresses.".formatted(MOST_FURTHER_ADDRESSES));
        }
    }

    /** Adds an address that was just shown to be theirs. That nobody else has it is the database's to say. */
    public AddressesChanged adopt(String address) {
        requireRoomFor(address);
        var all = new ArrayList<>(alternateEmails);
        all.add(address);
        alternateEmails = all;
        return new AddressesChanged(id);
    }

    /** Lets a further address go; the one that mail goes to stays. */
    public AddressesChanged letGo(String address) {
        if (address.equalsIgnoreCase(email)) {
            throw PRIMARY_ADDRESS.because("Move the account to another address first.");
        }
        var others = new ArrayList<>(alternateEmails);
        others.removeIf(address::equalsIgnoreCase);
        alternateEmails = others;
        return new AddressesChanged(id);
    }

    private void requireCooledDown(Instant now) {
        nextScreennameChange().filter(now::isBefore).ifPresent(next -> {
            throw SCREENNAME_COOLDOWN
                    .because("A screenname can be changed every 90 days.")
                    .with("nextChangeAt", next.toString())
                    .retryAfter(Duration.between(now, next));
        });
    }

    public AccountDetails details() {
        return new AccountDetails(
                name,
                zipCode,
                accountType,
                image,
                notificationPreferences == null ? NotificationPreferences.ALL : notificationPreferences);
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable Instant emailVerified() {
        return emailVerified;
    }

    public @Nullable String screenname() {
        return screenname;
    }

    public List<String> alternateEmails() {
        return List.copyOf(alternateEmails);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
