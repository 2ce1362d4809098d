package club.panamia.profile.transfer;

/** A profile as files have it, to and from the database: two statements that mirror each other, field by field. */
final class ProfileFiles {

    /** The next ones by their addresses; profiles of people who are gone have none. */
    static final String OUT = """
        SELECT lower(email) AS key, jsonb_strip_nulls(jsonb_build_object(
                 'email', email, 'shown', active, 'name', name, 'phoneNumber', phone_number, 'pronouns', pronouns,
                 'locallyBased', locally_based, 'whatsappCommunity', whatsapp_community,
                 'audience', audience, 'locations', locations,
                 'categories', categories, 'counties', counties, 'descriptions', descriptions, 'socials', socials,
                 'address', jsonb_build_object(
                   'name', address_name, 'line1', address_line1, 'line2', address_line2, 'line3', address_line3,
                   'locality', address_locality, 'region', address_region, 'postalCode', address_postal_code,
                   'country', address_country, 'lat', address_lat, 'lng', address_lng,
                   'googlePlaceId', address_google_place_id),
                 'hours', CASE jsonb_typeof(hours) WHEN 'object' THEN hours END,
                 'gentedepana', gentedepana))::text AS fields
          FROM profiles
         WHERE email IS NOT NULL AND lower(email) > $1
         ORDER BY lower(email)
         LIMIT $2
        """;

    /** Nobody's yet. One whose address has a profile stays out, also when that came a moment ago. */
    static final String IN = """
        INSERT INTO profiles (
                 email, active, status, reviewed_at, reviewed_by, name, phone_number, pronouns, locally_based,
                 whatsapp_community, categories, counties, descriptions, socials,
                 address_name, address_line1, address_line2, address_line3, address_locality, address_region,
                 address_postal_code, address_country, address_lat, address_lng, address_google_place_id,
                 hours, gentedepana, audience, locations)
        SELECT f ->> 'email', CAST(f ->> 'shown' AS boolean),
               CAST(CASE f ->> 'shown' WHEN 'true' THEN 'approved' ELSE 'draft' END AS profile_status),
               CASE f ->> 'shown' WHEN 'true' THEN now() END,
               CASE f ->> 'shown' WHEN 'true' THEN CAST(:admin AS text) END,
               f ->> 'name', f ->> 'phoneNumber', f ->> 'pronouns', f ->> 'locallyBased',
               CAST(f ->> 'whatsappCommunity' AS boolean), f -> 'categories', f -> 'counties',
               f -> 'descriptions', f -> 'socials',
               a ->> 'name', a ->> 'line1', a ->> 'line2', a ->> 'line3', a ->> 'locality', a ->> 'region',
               a ->> 'postalCode', a ->> 'country', CAST(a ->> 'lat' AS numeric), CAST(a ->> 'lng' AS numeric),
               a ->> 'googlePlaceId', f -> 'hours', f -> 'gentedepana', f -> 'audience', f -> 'locations'
          FROM jsonb_array_elements(CAST(CAST(:fields AS text) AS jsonb)) AS f
         CROSS JOIN LATERAL (SELECT f -> 'address') AS address (a)
        ON CONFLICT (lower(email)) DO NOTHING
        RETURNING email
        """;

    private ProfileFiles() {}
}
