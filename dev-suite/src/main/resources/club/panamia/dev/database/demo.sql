-- People of South Florida who do not exist, for a local suite that is not empty. Rows are recognised by their ids, so
-- running this again adds only what is missing. (ON CONFLICT would not do: the screenname trigger claims a name before the
-- conflict is seen.)

INSERT INTO users (id, email, email_verified, name, screenname, account_type, zip_code)
SELECT id, email, now(), name, screenname, account_type::account_type, zip_code
  FROM (VALUES
    ('pdemo0000000000000000001', 'rosa@example.org', 'Rosa Márquez', 'rosa-marquez', 'personal', '33135'),
    ('pdemo0000000000000000002', 'andre@example.org', 'André Baptiste', 'andre-baptiste', 'small_business', '33137'),
    ('pdemo0000000000000000003', 'lucia@example.org', 'Lucía Fernández', 'lucia-fernandez', 'hybrid', '33134'),
    ('pdemo0000000000000000004', 'marcus@example.org', 'Marcus Greene', 'marcus-greene', 'personal', '33311'),
    ('pdemo0000000000000000005', 'naomi@example.org', 'Naomi Okafor', 'naomi-okafor', 'small_business', '33401'),
    ('pdemo0000000000000000006', 'tomas@example.org', 'Tomás Rivera', 'tomas-rivera', 'personal', '33127'),
    ('pdemo0000000000000000007', 'wei@example.org', 'Wei Chen', 'wei-chen', 'personal', '33009')
  ) AS person (id, email, name, screenname, account_type, zip_code)
 WHERE NOT EXISTS (SELECT FROM users u WHERE u.id = person.id);

INSERT INTO profiles (id, user_id, email, name, pronouns, status, active, submitted_at, reviewed_at, address_locality,
                      address_region, address_country, locally_based, descriptions, socials, categories, counties, mentoring)
SELECT id, user_id, email, name, pronouns, status::profile_status, status = 'approved',
       CASE WHEN status <> 'draft' THEN now() - interval '9 days' END,
       CASE WHEN status = 'approved' THEN now() - interval '8 days' END,
       locality, 'FL', 'US', 'yes', descriptions::jsonb, socials::jsonb, categories::jsonb, counties::jsonb, mentoring::jsonb
  FROM (VALUES
    ('pdemo0000000000000000101', 'pdemo0000000000000000001', 'rosa@example.org', 'Rosa Márquez', 'she/her', 'approved', 'Miami',
     '{"fiveWords": "Clay, tiles, colour, patience, Havana", "details": "Hand-built ceramics and house-number tiles from a garage studio in Little Havana. Open studio on the last Friday of the month.", "background": "Learned to throw from my grandmother, and glazing from too many failures.", "tags": "ceramics, tiles, workshops"}',
     '{"instagram": "https://www.instagram.com/example.rosa.clay"}', '{"art": true, "artisanal": true}', '{"miami_dade": true}', NULL),
    ('pdemo0000000000000000102', 'pdemo0000000000000000002', 'andre@example.org', 'Baptiste Bakery', NULL, 'approved', 'Miami',
     '{"fiveWords": "Bread before the sun rises", "details": "Haitian patties, pain rustique and coconut tablet in Little Haiti. We deliver to cafés between 5 and 7 in the morning.", "background": "Third generation of bakers, first one with a mixer.", "tags": "bakery, haitian, catering"}',
     '{"website": "https://bakery.example.org"}', '{"food": true, "products": true}', '{"miami_dade": true, "broward": true}', NULL),
    ('pdemo0000000000000000103', 'pdemo0000000000000000003', 'lucia@example.org', 'Lucía Fernández', 'ella', 'approved', 'Coral Gables',
     '{"fiveWords": "Websites that small shops own", "details": "I build and explain websites for one-person businesses, in Spanish and English, so that nobody has to rent their own address.", "background": "Ten years in agencies, five on my own.", "tags": "web, accessibility, teaching"}',
     '{"website": "https://lucia.example.org"}', '{"tech": true, "services": true}', '{"miami_dade": true}',
     '{"enabled": true, "expertise": ["Websites", "Pricing"], "languages": ["es", "en"], "bio": "Bring the thing you are stuck with; we leave with the next step.", "goals": "More shops that own their website."}'),
    ('pdemo0000000000000000104', 'pdemo0000000000000000004', 'marcus@example.org', 'Marcus Greene', 'he/him', 'approved', 'Fort Lauderdale',
     '{"fiveWords": "Steel drums for every age", "details": "Lessons, school visits and a six-piece band for weddings from Palm Beach to the Keys.", "background": "Panyard kid from Sistrunk.", "tags": "music, lessons, steelpan"}',
     '{"instagram": "https://www.instagram.com/example.greene.pans"}', '{"music": true, "services": true}', '{"broward": true, "palm_beach": true}',
     '{"enabled": true, "expertise": ["Booking gigs", "Teaching"], "languages": ["en"], "bio": "How to get paid for playing."}'),
    ('pdemo0000000000000000105', 'pdemo0000000000000000005', 'naomi@example.org', 'Okafor Wellness', 'she/her', 'approved', 'West Palm Beach',
     '{"fiveWords": "Massage for people who lift", "details": "Sports massage and mobility classes for builders, nurses and dancers. Sliding scale on Mondays.", "background": "Former physiotherapist at a dance company.", "tags": "massage, mobility"}',
     '{"website": "https://wellness.example.org"}', '{"wellness": true}', '{"palm_beach": true}', NULL),
    ('pdemo0000000000000000106', 'pdemo0000000000000000006', 'tomas@example.org', 'Tomás Rivera', 'él', 'submitted', 'Miami',
     '{"fiveWords": "Walls that tell their street", "details": "Murals and lettering, mostly outdoors, always with the neighbours.", "tags": "murals, lettering"}',
     '{}', '{"art": true}', '{"miami_dade": true}', NULL),
    ('pdemo0000000000000000107', 'pdemo0000000000000000007', 'wei@example.org', 'Wei Chen', NULL, 'draft', 'Hallandale Beach',
     '{"fiveWords": "Repairs for bikes and scooters"}', '{}', '{"services": true}', '{"broward": true}', NULL)
  ) AS profile (id, user_id, email, name, pronouns, status, locality, descriptions, socials, categories, counties, mentoring)
 WHERE NOT EXISTS (SELECT FROM profiles p WHERE p.id = profile.id OR p.user_id = profile.user_id);

INSERT INTO articles (id, slug, title, excerpt, content, article_type, language, tags, author_id, status, published_at, reading_time)
SELECT id, slug, title, excerpt, content, article_type::article_type, language, tags::text[], author_id, status::article_status,
       CASE WHEN status = 'published' THEN now() - age::interval END, reading_time
  FROM (VALUES
    ('pdemo0000000000000000201', 'open-studio-in-little-havana', 'Open studio in Little Havana', 'Come and ruin a pot with us.',
     E'The kiln is loaded on Thursdays, so Friday is for visitors.\n\n## What to bring\n\nOld clothes, and one picture of a tile you like. Children are welcome; the clay does not mind.\n\n## Where\n\nBehind the laundry on Eighth Street. Ring twice.',
     'business_update', 'en', '{ceramics,events}', 'pdemo0000000000000000001', 'published', '3 days', 1),
    ('pdemo0000000000000000202', 'what-a-stall-costs', 'What a stall at the market really costs', 'Rent is the small part: the numbers of one Saturday.',
     E'We kept every receipt of one Saturday.\n\n| What | Dollars |\n|---|---|\n| Stall | 85 |\n| Ice | 24 |\n| Parking | 30 |\n| Bread that came home again | 61 |\n\nWe still made money, but only since we bring two sizes of everything.',
     'community_commentary', 'en', '{markets,money}', 'pdemo0000000000000000002', 'published', '6 days', 2),
    ('pdemo0000000000000000203', 'tu-negocio-tu-direccion', 'Tu negocio, tu dirección', 'Por qué conviene tener dominio propio, y cuánto cuesta.',
     E'Una página en una red social es un local alquilado: un día cambian la cerradura.\n\nUn dominio cuesta unos doce dólares al año. Con eso la dirección es tuya, aunque cambies de proveedor.',
     'community_commentary', 'es', '{web,negocios}', 'pdemo0000000000000000003', 'published', '12 days', 1),
    ('pdemo0000000000000000204', 'booking-a-school-visit', 'Booking a school visit', 'Notes, not finished.',
     'What teachers ask first: how loud is it?', 'business_update', 'en', '{music}', 'pdemo0000000000000000004', 'draft', '0 days', 1)
  ) AS article (id, slug, title, excerpt, content, article_type, language, tags, author_id, status, age, reading_time)
 WHERE NOT EXISTS (SELECT FROM articles a WHERE a.id = article.id OR a.slug = article.slug);
