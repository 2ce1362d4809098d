package club.panamia.profile.profile;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.json.JsonList;
import club.panamia.profile.section.Address;
import club.panamia.profile.section.Audience;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Descriptions;
import club.panamia.profile.section.GenteDePana;
import club.panamia.profile.section.Hours;
import club.panamia.profile.section.LocallyBased;
import club.panamia.profile.section.Location;
import club.panamia.profile.section.ProfileContent;
import club.panamia.profile.section.Socials;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the owner of a profile says in it, as it is stored: vocabularies in today's spelling, sections as documents. */
@Embeddable
public class Said {

    @Column(columnDefinition = "text")
    String name;

    @Nullable
    @Column(name = "phone_number", columnDefinition = "text")
    String phoneNumber;

    @Nullable
    @Column(columnDefinition = "text")
    String pronouns;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "locally_based", columnDefinition = "text")
    LocallyBased locallyBased;

    @Column(name = "whatsapp_community")
    boolean whatsappCommunity;

    @Nullable
    @Embedded
    Address address;

    @JdbcTypeCode(SqlTypes.JSON)
    Descriptions descriptions;

    @JdbcTypeCode(SqlTypes.JSON)
    Socials socials;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, @Nullable Boolean> categories;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, @Nullable Boolean> counties;

    @JdbcType(JsonList.class)
    @Column(columnDefinition = "jsonb")
    List<Location> locations;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    Hours hours;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    GenteDePana gentedepana;

    @JdbcTypeCode(SqlTypes.JSON)
    Audience audience;

    protected Said() {}

    /** It says something else than before. */
    public record Changed(String profileId, @Nullable String userId, int version) implements DomainEvent {
        @Override
        public String type() {
            return "profile.profile.changed";
        }
    }

    static Said of(ProfileContent content) {
        var said = new Said();
        said.say(content);
        return said;
    }

    /** Says all of it anew; whether anything is different now. */
    boolean rewrite(ProfileContent content) {
        if (of(content).content().equals(content())) {
            return false;
        }
        say(content);
        return true;
    }

    private void say(ProfileContent content) {
        name = content.name();
        phoneNumber = content.phoneNumber();
        pronouns = content.pronouns();
        locallyBased = content.locallyBased();
        whatsappCommunity = content.whatsappCommunity();
        address = content.address();
        descriptions = content.descriptions();
        socials = content.socials();
        categories = Category.VOCABULARY.chosen(content.categories());
        counties = County.VOCABULARY.chosen(content.counties());
        hours = content.hours();
        gentedepana = content.gentedepana();
        locations = content.locations();
        audience = content.audience();
    }

    /** What its owner has said so far. */
    ProfileContent content() {
        return new ProfileContent(
                name,
                phoneNumber,
                pronouns,
                locallyBased,
                whatsappCommunity,
                descriptions,
                socials,
                Category.VOCABULARY.chosen(categories),
                County.VOCABULARY.chosen(counties),
                address,
                locations,
                hours,
                gentedepana,
                audience);
    }
}
