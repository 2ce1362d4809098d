package club.panamia.mentoring.form;

import static club.panamia.mentoring.form.FieldKind.LINE;
import static club.panamia.mentoring.form.FieldKind.ONE_OF;
import static club.panamia.mentoring.form.FieldKind.SOME_OF;
import static club.panamia.mentoring.form.FieldKind.TEXT;

import java.util.List;

/** What only one kind of form asks, with the words that it knows. */
final class OwnFields {

    static final String MAYBE = "Yes · No · Maybe";

    private static final String SELLING = "My Location · Pickup · Markets/Events · Local Shipping · Worldwide Shipping";
    private static final String AUDIENCE = "Women · Men · Unisex · Children/Babies · Mature · Pets/Animals · Other";
    private static final String SOURCE = "Handmade · Imported Artisinal · Factory-made · Reworked/Upcycled · Other";

    static final List<FormField> ART = List.of(
            FormField.of("category", ONE_OF, "Functional · Fine · Both · Both(Separately)"),
            FormField.of("mediums", SOME_OF, """
                    Clothing/Fabric/Fiber Materials · Wood/Plants · Stone/Marble/Semi-Precious Gems · Digital Art (2-D/3-D) ·
                    Video/Photo · Collage · Paper/Plastic · Recycled Materials · Paint (Oil/Acrylic/Watercolor) ·
                    Ink/Chalk/Charcoal/Graphite · Ceramics · Electronic/Digital/Vocal Instruments ·
                    Dance/Movement/Choreography/Life Performances · Other"""),
            FormField.of("source", SOME_OF, SOURCE),
            FormField.of("productType", ONE_OF, "Physical · Digital · Both"),
            FormField.of("marketInterest", ONE_OF, MAYBE));

    static final List<FormField> APPAREL = List.of(
            FormField.of("category", SOME_OF, """
                        Shoes · Jewelry · Hats · Outerwear · Sportswear · Bags/Accessories · Intimates/Lingerie · Swimsuits ·
                        Tops · Bottoms · Other"""),
            FormField.of("locationOptions", SOME_OF, SELLING + " · Other"),
            FormField.of("address", LINE),
            FormField.of("audience", SOME_OF, AUDIENCE),
            FormField.of("source", SOME_OF, SOURCE + " · Second-hand/Vintage"),
            FormField.of("marketInterest", ONE_OF, MAYBE));

    static final List<FormField> FOOD = List.of(
            FormField.of("allergenFriendlyOptions", SOME_OF, """
                        Gluten Free · Vegan/Plant Based · Vegetarian · Keto · Nut Free · Dairy Free · Egg Free · Alkaline · Paleo ·
                        Auto-Immune Protocol"""),
            FormField.of("locationOptions", SOME_OF, SELLING),
            FormField.of("address", LINE),
            FormField.of("category", SOME_OF, """
                        Breakfast · Lunch · Dinner · Brunch · Infused · Drinks · Singular Food Product · Snacks ·
                        Tapas/Appetizers · Other"""),
            FormField.of("diningOptions", SOME_OF, "Food Truck · Catering · Delivery · Restaurant/Dine-In · Other"),
            FormField.of("marketInterest", ONE_OF, MAYBE));

    static final List<FormField> GOODS = List.of(
            FormField.of("category", SOME_OF, """
                        Self-Care/Make-up/Beauty · Liquor Products · Music · Photography/Videography · Design/Art ·
                        Tailoring/Sewing · Appliances · Spiritual/Metaphysical · Pets · Tutoring/Educational ·
                        Finance/Business · Landscape/Botanical · Software/Electronics · Other"""),
            FormField.of("locationOptions", SOME_OF, SELLING),
            FormField.of("address", LINE),
            FormField.of("audience", SOME_OF, AUDIENCE),
            FormField.of("marketInterest", ONE_OF, MAYBE));

    static final List<FormField> ORG = List.of(
            FormField.of("needVolunteers", ONE_OF, MAYBE),
            FormField.of("communityIssue", TEXT),
            FormField.of("teamSize", LINE),
            FormField.of("missionStatement", TEXT),
            FormField.of("demographic", TEXT),
            FormField.of("locationOptions", SOME_OF, """
                        My Location · Social Media · Markets/Events · Remotely · Events I Promote · Other"""),
            FormField.of("address", LINE),
            FormField.of("communityEngagement", TEXT));

    static final List<FormField> SERVICES = List.of(
            FormField.of("category", SOME_OF, """
                        Hair/Nails/Make-up/Beauty · Tattoo/Piercing/Body Modification · Health/Nutrition · Music ·
                        Photography/Videograph · Design/Art · Tailoring/Sewing · Mechanical · Spiritual/Metaphysical · Pets ·
                        Tutoring/Educational · Finance/Business · Landscape/Botanical · Other"""),
            FormField.of("locationOptions", SOME_OF, """
                        My Location · Wherever my client is · Markets/Events · Remotely · Events I Promote · Other"""),
            FormField.of("address", LINE),
            FormField.of("serviceType", SOME_OF, "Appointment · Walk-in · Markets/Events · Remotely"));

    private OwnFields() {}
}
