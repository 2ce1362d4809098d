-- Who may do what. Applied again after every `up`, in one transaction, as pana_owner: first nobody may do anything, then
-- exactly what stands here. A test tries every role, table and verb and compares.
--
-- The roles come from `bin/migrate roles`: pana_service is the group of the seven services' login roles, sidecar and
-- sidecar_auth are the groups of sidecar apps, pana_eraser logs in to erase people and can do nothing else, pana_watchdog
-- owns one function (pana_owner is a member of it, so that it can hand the function over).

-- 1. Nobody ----------------------------------------------------------------------------------------------------------
DO $$
DECLARE
  who text;
BEGIN
  FOR who IN
    SELECT 'PUBLIC' UNION ALL
    SELECT quote_ident(rolname) FROM pg_roles
     WHERE rolname IN ('pana_service', 'pana_auth', 'pana_profile', 'pana_content', 'pana_social', 'pana_mentoring',
                       'pana_engagement', 'pana_ops', 'sidecar', 'sidecar_auth', 'pana_eraser', 'pana_watchdog',
                       -- Hosts that turn tables into an API by themselves (Supabase) do it with these two.
                       'anon', 'authenticated')
  LOOP
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public, internal FROM %s', who);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, internal FROM %s', who);
    EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA internal FROM %s', who);
    EXECUTE format('REVOKE ALL ON FUNCTION pana_id(), touch_session(text), session_owner(text) FROM %s', who);
    EXECUTE format('REVOKE ALL ON SCHEMA internal FROM %s', who);
  END LOOP;
END
$$;

-- 2. What every service needs ----------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA internal TO pana_service;
GRANT EXECUTE ON FUNCTION pana_id(), touch_session(text), internal.session_actor(text), internal.session_alive(text),
                          internal.fold(text), internal.words(text), internal.chosen(text, jsonb),
                          internal.mentoring_terms(jsonb) TO pana_service;
GRANT SELECT                         ON internal.databasechangelog TO pana_service;
GRANT SELECT, INSERT                 ON internal.event             TO pana_service;
GRANT UPDATE (position)              ON internal.event             TO pana_service;
GRANT USAGE                          ON SEQUENCE internal.event_position TO pana_service;
GRANT SELECT, UPDATE (updated_at)    ON internal.event_sequencer   TO pana_service;
GRANT SELECT, INSERT, UPDATE         ON internal.event_cursor      TO pana_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.parked_event      TO pana_service;
GRANT INSERT                         ON internal.mail_outbox       TO pana_service;
GRANT SELECT (dedupe_key)            ON internal.mail_outbox       TO pana_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.rate_limit        TO pana_service;
GRANT SELECT, INSERT, DELETE         ON internal.idempotency_key   TO pana_service;
GRANT EXECUTE ON FUNCTION internal.claim_idempotency_key(bigint, text) TO pana_service;
-- A person's copy of their data, and its erasure: each service reads what was asked and adds its part.
GRANT SELECT (id, user_id, kind, authorship, addresses, credit) ON internal.subject_request TO pana_service;
GRANT SELECT, INSERT, UPDATE (content) ON internal.subject_request_part TO pana_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.media             TO pana_service;
GRANT SELECT, INSERT, UPDATE         ON internal.job               TO pana_service;

-- Bylines, links and look-ups: nobody's address, no document that has an audience of its own.
GRANT SELECT (id, created_at, screenname, name, image, account_type, locked_at, scrubbed_at) ON users TO pana_service;
GRANT SELECT (id, created_at, updated_at, user_id, name, pronouns, status, active, address_locality, descriptions, categories,
              counties, images, mentoring, verification, social_eligible, social_ineligible_reason, search) ON profiles TO pana_service;

-- 3. Owners: each writes its own tables ------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE         ON users                 TO pana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts              TO pana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions              TO pana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON verification_tokens   TO pana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.signing_key  TO pana_auth;
GRANT SELECT                         ON internal.oauth_client TO pana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.oauth_code, internal.oauth_consent TO pana_auth;
GRANT SELECT, INSERT, DELETE         ON internal.oauth_revocation TO pana_auth;
GRANT SELECT                         ON internal.screenname_claim, screenname_history, internal.email_claim TO pana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.email_proof, internal.seen_browser TO pana_auth;
GRANT SELECT, INSERT, DELETE         ON o_auth_verifications  TO pana_auth;
GRANT SELECT, INSERT                 ON internal.security_event TO pana_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.subject_request TO pana_auth;
-- Before somebody leaves: how much goes, stays and is called off.
GRANT SELECT (author_id, status, published_at) ON articles    TO pana_auth;
GRANT SELECT (mentor_user_id, mentee_user_id, status) ON mentor_sessions TO pana_auth;

GRANT SELECT, INSERT, DELETE         ON profiles              TO pana_profile;
GRANT UPDATE (version, user_id, email, name, phone_number, pronouns, status, active, submitted_at, reviewed_at, reviewed_by,
              review_reason, scrubbed_at, address_name, address_line1, address_line2, address_line3, address_locality,
              address_region, address_postal_code, address_country, address_lat, address_lng, address_google_place_id,
              locally_based, membership_level, whatsapp_community, affiliate, social_eligible, social_eligible_at,
              social_ineligible_reason, descriptions, socials, hours, categories, counties, locations, images, verification,
              roles, gentedepana, administrative, linked_profiles, audience, hidden, suspended_from, mail_locale) ON profiles TO pana_profile;
GRANT SELECT (email, email_verified, email_proven_at) ON users TO pana_profile;
GRANT SELECT, INSERT                 ON internal.profile_history TO pana_profile;
-- The history stays when somebody leaves; why something was decided about them does not.
GRANT UPDATE (reason)                ON internal.profile_history TO pana_profile;
GRANT EXECUTE ON FUNCTION internal.sought(text), internal.nearly_called(text), internal.miles(float8, float8, float8, float8),
                          internal.box_around(float8, float8, float8) TO pana_profile;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.geocode      TO pana_profile;
GRANT SELECT, INSERT, UPDATE         ON internal.profile_import TO pana_profile;

GRANT SELECT, INSERT, UPDATE, DELETE ON articles              TO pana_content;
GRANT SELECT, INSERT, UPDATE, DELETE ON article_announcements TO pana_content;
GRANT SELECT, INSERT                 ON internal.article_history TO pana_content;
GRANT SELECT, INSERT                 ON internal.article_revision TO pana_content;
GRANT UPDATE (author_id)             ON internal.article_revision TO pana_content;
GRANT SELECT, INSERT, DELETE         ON internal.article_address TO pana_content;
GRANT SELECT, INSERT, DELETE         ON internal.featured_article TO pana_content;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.pinned_article TO pana_content;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.article_preview TO pana_content;
GRANT SELECT, INSERT                 ON internal.article_report TO pana_content;
GRANT UPDATE (reporter_id, reason, note, outcome, settled_at) ON internal.article_report TO pana_content;
GRANT EXECUTE ON FUNCTION internal.sought(text) TO pana_content;
GRANT SELECT, INSERT, DELETE         ON internal.hidden_comment TO pana_content;
GRANT UPDATE (hidden_by)             ON internal.hidden_comment TO pana_content;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.mastodon_thread TO pana_content;
GRANT SELECT, INSERT, UPDATE         ON internal.article_html TO pana_content;
-- What everybody may read of the replies to an article's announcements stands under it.
GRANT SELECT (id, actor_id, article_id, visibility, content, content_warning, url, published, uri, in_reply_to_id, in_reply_to_uri,
              is_draft, expires_at)  ON social_statuses       TO pana_content;
GRANT SELECT (id, username, domain, name, icon_url, uri, standing) ON social_actors TO pana_content;

GRANT SELECT, INSERT, UPDATE, DELETE ON social_actors         TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_statuses       TO pana_social;
-- What somebody shows to everybody stands in their actor, too.
GRANT SELECT (socials, audience)     ON profiles              TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_follows        TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_likes          TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_attachments    TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_tags           TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON social_recipients     TO pana_social;
GRANT SELECT (id, version, slug, title, content, excerpt, cover_image, cover_image_alt, tags, language, status, published_at,
              author_id, co_authors, in_reply_to) ON articles         TO pana_social;
GRANT SELECT                         ON article_announcements TO pana_social;
-- Which post became of an announcement is written with the post.
GRANT UPDATE (actor_id, status_id)   ON article_announcements TO pana_social;
GRANT SELECT, INSERT, UPDATE         ON internal.federated_article TO pana_social;
GRANT SELECT, INSERT, DELETE         ON internal.article_reaction TO pana_social;
-- What answers an article elsewhere is a comment here.
GRANT SELECT (article_id, uri)       ON internal.federated_article TO pana_content;
GRANT SELECT (article_id, kind)      ON internal.article_reaction TO pana_content;
-- Former handles lead to the actor.
GRANT SELECT (screenname, user_id)   ON screenname_history    TO pana_social;
GRANT SELECT, INSERT                 ON internal.actor_key    TO pana_social;
GRANT UPDATE (private_key)           ON internal.actor_key    TO pana_social;
GRANT SELECT, INSERT, DELETE         ON internal.boost, internal.actor_block, internal.actor_mute,
                                        internal.server_block TO pana_social;
GRANT SELECT, INSERT                 ON internal.status_revision, internal.tombstone TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.poll         TO pana_social;
GRANT SELECT, INSERT, DELETE, UPDATE (choices) ON internal.ballot TO pana_social;
GRANT SELECT, INSERT, DELETE         ON internal.bookmark, internal.pinned_status TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.read_marker TO pana_social;
-- One's own list is a timeline, too.
GRANT SELECT (id, owner_id)          ON user_lists            TO pana_social;
GRANT SELECT (list_id, user_id, profile_id) ON user_list_members TO pana_social;
GRANT SELECT, INSERT                 ON internal.social_report TO pana_social;
GRANT UPDATE (reporter_id, reason, note, wording, outcome, settled_at, settled_by) ON internal.social_report TO pana_social;
-- A ticket opens one stream, of whatever service.
GRANT SELECT, DELETE                 ON internal.stream_ticket TO pana_social;
-- Whom a moderator limits, suspends or frees stands in the trail.
GRANT INSERT                         ON internal.security_event TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.peer_key, internal.inbox_activity, internal.peer, internal.outgoing_activity,
                                        internal.delivery, internal.wanted_post, internal.server_rule TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.social_upload, internal.post_draft, internal.post_filter TO pana_social;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.trend_tag, internal.trend_status, internal.custom_emoji,
                                        internal.proven_link  TO pana_social;
GRANT SELECT, INSERT, DELETE         ON internal.hidden_tag   TO pana_social;
GRANT EXECUTE ON FUNCTION internal.plain(text), internal.post_text(text), internal.post_words(text, text, timestamptz),
                          internal.month_of(timestamptz) TO pana_social;
-- What somebody brings along is worked through, and forgotten with its file.
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.social_import TO pana_social;
GRANT SELECT, INSERT, UPDATE         ON internal.social_import_row TO pana_social;
GRANT SELECT, INSERT, UPDATE         ON internal.former_audience TO pana_social;
GRANT EXECUTE ON FUNCTION internal.count_reply(text, social_visibility, int), internal.keep_former_audience(text, text) TO pana_social;
GRANT EXECUTE ON FUNCTION internal.take_deliveries(integer, text[], integer[]), internal.is_apart(text, text),
                          internal.keeps_away(text, text), internal.await_follows_of(text) TO pana_social;
-- Public lists are collections of ActivityPub.
GRANT SELECT (id, owner_id, name, description, visibility) ON user_lists TO pana_social;
GRANT SELECT (id, list_id, user_id, profile_id, article_id, position) ON user_list_members TO pana_social;

GRANT SELECT, INSERT, UPDATE, DELETE ON mentor_sessions       TO pana_mentoring;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake_forms          TO pana_mentoring;
GRANT SELECT (availability, version, mail_locale) ON profiles TO pana_mentoring;
GRANT UPDATE (mentoring, availability) ON profiles            TO pana_mentoring;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.mentor_busy, internal.session_due, internal.session_note,
                                        internal.session_feedback, internal.calendar_feed, internal.mentor_waiting,
                                        internal.busy_calendar, internal.mentor_opening, internal.session_letter TO pana_mentoring;
-- That an administrator has seen somebody's form.
GRANT INSERT                         ON internal.security_event TO pana_mentoring;
-- To whom a mail about a session goes, in which language, and whether it is wanted.
GRANT SELECT (email, email_proven_at) ON users                TO pana_mentoring;
GRANT SELECT (user_id, category, channel, wanted) ON internal.notification_preference TO pana_mentoring;
GRANT SELECT (user_id, zone, quiet_from, quiet_until) ON internal.notification_setting TO pana_mentoring;
-- Whoever blocks somebody is not asked by them.
GRANT SELECT (id, profile_id)         ON social_actors        TO pana_mentoring;
GRANT SELECT (actor_id, target_actor_id) ON internal.actor_block TO pana_mentoring;
GRANT EXECUTE ON FUNCTION internal.kept_apart(text),
                          internal.mentor_timetable(text, text, timestamptz, timestamptz, timestamptz, text),
                          internal.mentor_timetable_to_book(text, text, timestamptz, timestamptz, timestamptz),
                          internal.take_mentor_time(text, tstzrange, text, tstzrange, text) TO pana_mentoring;

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications         TO pana_engagement;
GRANT SELECT, INSERT, UPDATE, DELETE ON user_follows          TO pana_engagement;
GRANT SELECT, INSERT, UPDATE, DELETE ON user_lists            TO pana_engagement;
GRANT SELECT, INSERT, UPDATE, DELETE ON user_list_members     TO pana_engagement;
-- Added to, never edited; what is a leaver's goes.
GRANT SELECT, INSERT, DELETE         ON interactions          TO pana_engagement;
-- The trigger of users keeps them; administrators lock names and give them free.
GRANT SELECT, DELETE                 ON screenname_history    TO pana_engagement;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.screenname_claim TO pana_engagement;
GRANT INSERT                         ON internal.security_event TO pana_engagement;
-- To whom a mail about notifications goes, and in which language.
GRANT SELECT (notification_preferences, email, email_proven_at, affiliate) ON users TO pana_engagement;
GRANT SELECT (mail_locale, affiliate) ON profiles             TO pana_engagement;
GRANT SELECT (id, slug, title, status, author_id, co_authors, removal_reason) ON articles TO pana_engagement;
GRANT SELECT (id, session_id, topic, mentor_user_id, mentee_user_id, decline_reason, cancel_reason) ON mentor_sessions TO pana_engagement;
-- For whom a post is meant, and who does not want to hear of whom.
GRANT SELECT (id, actor_id, visibility, in_reply_to_id, is_draft) ON social_statuses TO pana_engagement;
GRANT SELECT (id, profile_id, standing) ON social_actors      TO pana_engagement;
GRANT SELECT (actor_id, target_actor_id) ON internal.actor_block, internal.actor_mute TO pana_engagement;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.unread_count TO pana_engagement;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.notification_preference, internal.notification_setting,
                                        internal.notification_mute, internal.notification_delivery TO pana_engagement;
GRANT SELECT, INSERT, DELETE         ON internal.stream_ticket TO pana_engagement;
GRANT SELECT, INSERT, UPDATE         ON internal.announcement TO pana_engagement;
GRANT EXECUTE ON FUNCTION internal.add_counts(jsonb, jsonb), internal.is_apart(text, text) TO pana_engagement;

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_submissions   TO pana_ops;
GRANT SELECT, INSERT, UPDATE, DELETE ON newsletter_signups    TO pana_ops;
GRANT SELECT, INSERT, UPDATE, DELETE ON brevo_contacts        TO pana_ops;
GRANT SELECT, INSERT, UPDATE, DELETE ON email_migrations      TO pana_ops;
GRANT SELECT, INSERT, UPDATE, DELETE ON o_auth_verifications  TO pana_ops;
GRANT SELECT, UPDATE, DELETE         ON internal.mail_outbox  TO pana_ops;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.mail_suppression TO pana_ops;
GRANT SELECT, INSERT, DELETE         ON internal.webhook_call TO pana_ops;
GRANT SELECT, INSERT, DELETE         ON internal.contact_reply TO pana_ops;
GRANT UPDATE (author_id)             ON internal.contact_reply TO pana_ops;
GRANT SELECT, INSERT, DELETE         ON internal.newsletter_consent TO pana_ops;
GRANT SELECT, INSERT, UPDATE, DELETE ON internal.email_change TO pana_ops;
GRANT SELECT (norm, user_id)         ON internal.email_claim  TO pana_ops;
GRANT SELECT, INSERT, UPDATE         ON internal.provider_quota TO pana_ops;
-- The audit trail: administrators search it, and their reading of personal data stands in it.
GRANT SELECT, INSERT                 ON internal.security_event TO pana_ops;
GRANT DELETE                         ON internal.event        TO pana_ops;
-- Figures: how many, of which state, since when.
GRANT SELECT (status, created_at)    ON articles              TO pana_ops;
-- How old the keys are that sign tokens.
GRANT SELECT (id, active_from, expires_at) ON internal.signing_key TO pana_ops;
-- Moderators settle the reports of all services in one place.
GRANT SELECT (id, slug, title, author_id) ON articles         TO pana_ops;
GRANT SELECT, UPDATE (outcome, settled_at, settled_by) ON internal.article_report TO pana_ops;
GRANT SELECT (status)                ON mentor_sessions       TO pana_ops;
GRANT SELECT (state)                 ON internal.notification_delivery TO pana_ops;
GRANT SELECT, UPDATE (outcome, settled_at, settled_by) ON internal.social_report TO pana_ops;
GRANT SELECT (id, username, domain, uri, profile_id, standing) ON social_actors TO pana_ops;
GRANT SELECT (id, created_at, visibility, url) ON social_statuses TO pana_ops;
GRANT SELECT (host, failures)        ON internal.peer         TO pana_ops;
GRANT SELECT (state)                 ON internal.delivery     TO pana_ops;
GRANT EXECUTE ON FUNCTION internal.end_stale_sidecars(interval), internal.end_blocking_sidecars(interval) TO pana_ops;
GRANT EXECUTE ON FUNCTION internal.sealed_by_keys()            TO pana_ops;
-- An e-mail migration, one transaction: the new address, the old sessions' end, the profile's address.
GRANT SELECT (email, email_verified, role), UPDATE (email, email_verified) ON users TO pana_ops;
GRANT SELECT (user_id, public_id, created_at, expires, issued_by), DELETE  ON sessions TO pana_ops;
GRANT SELECT (email), UPDATE (email)                                       ON profiles TO pana_ops;

-- 4. Sidecars --------------------------------------------------------------------------------------------------------
-- Everybody: the public face of a person, a foreign key to it, and the owner of a token that they were shown.
GRANT EXECUTE ON FUNCTION pana_id(), session_owner(text)      TO sidecar, sidecar_auth;
GRANT SELECT (id, created_at, screenname, name, image), REFERENCES (id) ON users TO sidecar, sidecar_auth;

-- Trusted: what the stock Auth.js adapter does. It writes a row's id back with every update, hence UPDATE (id), which a
-- trigger keeps unchanged.
GRANT SELECT (id, email, email_verified, name, image), INSERT (id, email, email_verified, name, image),
      UPDATE (id, email_verified, name, image)                ON users TO sidecar_auth;
GRANT SELECT (user_id, type, provider, provider_account_id, refresh_token, access_token, expires_at, token_type, scope,
              id_token, session_state),
      INSERT (user_id, type, provider, provider_account_id, refresh_token, access_token, expires_at, token_type, scope,
              id_token, session_state),
      DELETE                                                  ON accounts TO sidecar_auth;
GRANT SELECT (session_token, user_id, expires), INSERT (session_token, user_id, expires),
      UPDATE (session_token, user_id, expires), DELETE        ON sessions TO sidecar_auth;
GRANT SELECT (identifier, token, expires), INSERT (identifier, token, expires),
      DELETE                                                  ON verification_tokens TO sidecar_auth;

-- 5. The powerless ---------------------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA internal                                TO pana_eraser;
GRANT EXECUTE ON FUNCTION internal.erase_user(text)           TO pana_eraser;
GRANT SELECT (id, scrubbed_at), DELETE                        ON users TO pana_eraser;

-- A new owner must hold CREATE on the schema at the moment of the change, and holds it no longer than that.
GRANT CREATE, USAGE ON SCHEMA internal TO pana_watchdog;
ALTER FUNCTION internal.end_stale_sidecars(interval) OWNER TO pana_watchdog;
ALTER FUNCTION internal.end_blocking_sidecars(interval) OWNER TO pana_watchdog;
REVOKE CREATE, USAGE ON SCHEMA internal FROM pana_watchdog;
-- Section 1 took this from it, but not on the first run, when it was not the owner yet.
GRANT EXECUTE ON FUNCTION internal.end_stale_sidecars(interval), internal.end_blocking_sidecars(interval) TO pana_watchdog;
