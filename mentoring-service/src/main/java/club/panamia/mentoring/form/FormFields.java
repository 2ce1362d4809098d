package club.panamia.mentoring.form;

import static club.panamia.mentoring.form.FieldKind.CONSENT;
import static club.panamia.mentoring.form.FieldKind.IMAGE;
import static club.panamia.mentoring.form.FieldKind.LINE;
import static club.panamia.mentoring.form.FieldKind.ONE_OF;
import static club.panamia.mentoring.form.FieldKind.TAGS;
import static club.panamia.mentoring.form.FieldKind.TEXT;
import static club.panamia.mentoring.form.FieldKind.WEB_ADDRESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of the six forms, and which of them a form needs that is handed in. Whom somebody descends from, none needs. */
final class FormFields {

    private static final List<FormField> COMMON = List.of(
            FormField.of("about", TEXT),
            FormField.of("backgroundEthnicity", LINE),
            FormField.of("igUsername", LINE),
            FormField.of("twitterHandle", LINE),
            FormField.of("website", WEB_ADDRESS),
            FormField.of("logo", IMAGE),
            FormField.of("tags", TAGS),
            FormField.of("interest", TEXT),
            FormField.of("image1", IMAGE),
            FormField.of("image2", IMAGE),
            FormField.of("image3", IMAGE),
            FormField.of("businessNeed", TEXT),
            FormField.of("workshop", ONE_OF, OwnFields.MAYBE),
            FormField.of("workshopDetails", TEXT),
            FormField.of("referrals", TEXT),
            FormField.of("igConsent", CONSENT),
            FormField.of("marketConsent", CONSENT),
            FormField.of("vendingConsent", CONSENT),
            FormField.of("collabConsent", CONSENT));

    private static final Set<String> NEEDED_BY_ALL = Set.of(
            "about", "tags", "interest", "workshop", "businessNeed", "igConsent", "marketConsent", "collabConsent");

    private static final Set<String> NEEDED_BY_MAKERS =
            Set.of("igUsername", "twitterHandle", "website", "logo", "locationOptions", "image1", "image2", "image3");

    private FormFields() {}

    static List<FormField> of(FormType type) {
        var fields = new ArrayList<>(COMMON);
        fields.addAll(own(type));
        return fields.stream()
                .map(field -> field.requiredIf(isNeeded(field.name(), type)))
                .toList();
    }

    private static List<FormField> own(FormType type) {
        return switch (type) {
            case ART -> OwnFields.ART;
            case APPAREL -> OwnFields.APPAREL;
            case FOOD -> OwnFields.FOOD;
            case GOODS -> OwnFields.GOODS;
            case ORG -> OwnFields.ORG;
            case SERVICES -> OwnFields.SERVICES;
        };
    }

    private static boolean isNeeded(String field, FormType type) {
        return NEEDED_BY_ALL.contains(field)
                || type != FormType.ART && NEEDED_BY_MAKERS.contains(field)
                || neededBy(type).contains(field);
    }

    private static Set<String> neededBy(FormType type) {
        return switch (type) {
            case ART ->
                Set.of(
                        "category",
                        "igUsername",
                        "logo",
                        "mediums",
                        "source",
                        "productType",
                        "marketInterest",
                        "workshopDetails",
                        "vendingConsent");
            case APPAREL -> Set.of("category", "audience", "source", "marketInterest", "vendingConsent");
            case FOOD -> Set.of("allergenFriendlyOptions", "category", "diningOptions", "marketInterest");
            case GOODS -> Set.of("category", "audience", "marketInterest");
            case ORG ->
                Set.of(
                        "needVolunteers",
                        "communityIssue",
                        "teamSize",
                        "missionStatement",
                        "demographic",
                        "vendingConsent");
            case SERVICES -> Set.of("category", "serviceType");
        };
    }
}
