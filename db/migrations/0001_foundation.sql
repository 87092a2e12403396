CREATE TYPE "public"."account_role" AS ENUM('member', 'moderator', 'administrator');--> statement-breakpoint
CREATE TYPE "public"."account_theme" AS ENUM('light', 'dark');--> statement-breakpoint
CREATE TYPE "public"."onboarding_step" AS ENUM('identity', 'place', 'notifications');--> statement-breakpoint
CREATE TYPE "public"."token_kind" AS ENUM('confirm', 'welcome', 'reset_password', 'change_email', 'second_step', 'finish_sign_up', 'keep_account');--> statement-breakpoint
CREATE TYPE "public"."received_outcome" AS ENUM('handled', 'ignored', 'refused', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."actor_kind" AS ENUM('person', 'group', 'application');--> statement-breakpoint
CREATE TYPE "public"."actor_visibility" AS ENUM('public', 'participants');--> statement-breakpoint
CREATE TYPE "public"."block_kind" AS ENUM('block', 'mute');--> statement-breakpoint
CREATE TYPE "public"."comment_status" AS ENUM('visible', 'waiting', 'refused', 'removed');--> statement-breakpoint
CREATE TYPE "public"."export_status" AS ENUM('waiting', 'running', 'ready', 'failed');--> statement-breakpoint
CREATE TYPE "public"."host_status" AS ENUM('invited', 'accepted', 'declined');--> statement-breakpoint
CREATE TYPE "public"."question_kind" AS ENUM('text', 'choice', 'several', 'number', 'consent');--> statement-breakpoint
CREATE TYPE "public"."comments_policy" AS ENUM('open', 'moderated', 'closed');--> statement-breakpoint
CREATE TYPE "public"."event_removal" AS ENUM('moderators', 'suspension');--> statement-breakpoint
CREATE TYPE "public"."event_status" AS ENUM('tentative', 'confirmed', 'cancelled', 'postponed', 'moved_online');--> statement-breakpoint
CREATE TYPE "public"."event_visibility" AS ENUM('public', 'unlisted');--> statement-breakpoint
CREATE TYPE "public"."guest_list" AS ENUM('everybody', 'participants', 'hosts', 'hidden');--> statement-breakpoint
CREATE TYPE "public"."join_mode" AS ENUM('free', 'approval', 'external', 'none');--> statement-breakpoint
CREATE TYPE "public"."waitlist" AS ENUM('automatic', 'offer', 'manual', 'closed');--> statement-breakpoint
CREATE TYPE "public"."follow_status" AS ENUM('pending', 'accepted');--> statement-breakpoint
CREATE TYPE "public"."document_kind" AS ENUM('terms', 'privacy');--> statement-breakpoint
CREATE TYPE "public"."document_mode" AS ENUM('none', 'default', 'own', 'link');--> statement-breakpoint
CREATE TYPE "public"."fact_origin" AS ENUM('local', 'remote');--> statement-breakpoint
CREATE TYPE "public"."media_kind" AS ENUM('avatar', 'banner', 'picture');--> statement-breakpoint
CREATE TYPE "public"."media_status" AS ENUM('waiting', 'ready', 'failed');--> statement-breakpoint
CREATE TYPE "public"."participation_status" AS ENUM('unconfirmed', 'pending', 'waitlisted', 'offered', 'approved', 'maybe', 'declined', 'rejected', 'left');--> statement-breakpoint
CREATE TYPE "public"."participation_word" AS ENUM('join', 'accept', 'tentative', 'reject', 'leave');--> statement-breakpoint
CREATE TYPE "public"."case_status" AS ENUM('open', 'closed');--> statement-breakpoint
CREATE TYPE "public"."report_category" AS ENUM('spam', 'hateful', 'dangerous', 'misleading', 'illegal', 'other');--> statement-breakpoint
CREATE TYPE "public"."reported_kind" AS ENUM('event', 'comment', 'identity');--> statement-breakpoint
CREATE TYPE "public"."second_factor_kind" AS ENUM('totp');--> statement-breakpoint
CREATE TYPE "public"."domain_severity" AS ENUM('allow', 'silence', 'reject_media', 'suspend');--> statement-breakpoint
CREATE TABLE "account_identities" (
	"actor_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"is_hidden_with_account" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "token_kind" NOT NULL,
	"account_id" uuid,
	"hash" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"role" "account_role" DEFAULT 'member' NOT NULL,
	"locale" text NOT NULL,
	"zone" text NOT NULL,
	"theme" "account_theme",
	"home_name" text DEFAULT '' NOT NULL,
	"home_latitude" real,
	"home_longitude" real,
	"home_radius" integer DEFAULT 25 NOT NULL,
	"onboarding" "onboarding_step",
	"new_email" text,
	"confirmed_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone DEFAULT now(),
	"application" text DEFAULT '' NOT NULL,
	"terms_accepted_at" timestamp (3) with time zone,
	"invitation_id" uuid,
	"leaves_at" timestamp (3) with time zone,
	"suspended_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_email_folded" CHECK ("accounts"."email" = lower("accounts"."email")),
	CONSTRAINT "accounts_hidden_when_locked" CHECK ("accounts"."hidden_at" is null or "accounts"."suspended_at" is not null),
	CONSTRAINT "accounts_home_coarse" CHECK (num_nonnulls("accounts"."home_latitude", "accounts"."home_longitude") <> 1),
	CONSTRAINT "accounts_home_radius" CHECK ("accounts"."home_radius" between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sent_activity_id" uuid NOT NULL,
	"inbox" text NOT NULL,
	"domain" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_sentActivityId_inbox_unique" UNIQUE("sent_activity_id","inbox")
);
--> statement-breakpoint
CREATE TABLE "received_activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_uri" text NOT NULL,
	"activity_uri" text NOT NULL,
	"digest" text NOT NULL,
	"type" text NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp (3) with time zone,
	"outcome" "received_outcome",
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "received_activities_actorUri_activityUri_digest_unique" UNIQUE("actor_uri","activity_uri","digest")
);
--> statement-breakpoint
CREATE TABLE "sent_activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uri" text NOT NULL,
	"form" text DEFAULT '' NOT NULL,
	"actor_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sent_activities_uri_form_unique" UNIQUE("uri","form")
);
--> statement-breakpoint
CREATE TABLE "told_inboxes" (
	"actor_id" uuid NOT NULL,
	"inbox" text NOT NULL,
	CONSTRAINT "told_inboxes_actor_id_inbox_pk" PRIMARY KEY("actor_id","inbox")
);
--> statement-breakpoint
CREATE TABLE "actor_keys" (
	"uri" text PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"public_pem" text NOT NULL,
	"private_sealed" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "actor_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"verified_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "actors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "actor_kind" NOT NULL,
	"handle" text NOT NULL,
	"domain" text,
	"uri" text NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"summary_html" text DEFAULT '' NOT NULL,
	"avatar_id" uuid,
	"banner_id" uuid,
	"visibility" "actor_visibility" DEFAULT 'public' NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"suspended_at" timestamp (3) with time zone,
	"suspended_until" timestamp (3) with time zone,
	"limited_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "actors_uri_unique" UNIQUE("uri"),
	CONSTRAINT "actors_handle_domain_unique" UNIQUE NULLS NOT DISTINCT("handle","domain"),
	CONSTRAINT "actors_local_handle" CHECK ("actors"."domain" is not null or "actors"."handle" ~ '^[a-z0-9_]{1,30}$')
);
--> statement-breakpoint
CREATE TABLE "announcement_recipients" (
	"announcement_id" uuid NOT NULL,
	"participation_id" uuid NOT NULL,
	CONSTRAINT "announcement_recipients_announcement_id_participation_id_pk" PRIMARY KEY("announcement_id","participation_id")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"author_id" uuid,
	"statuses" "participation_status"[] NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"uri" text NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "announcements_uri_unique" UNIQUE("uri")
);
--> statement-breakpoint
CREATE TABLE "blocked_domains" (
	"blocker_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"kind" "block_kind" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocked_domains_blocker_id_domain_pk" PRIMARY KEY("blocker_id","domain"),
	CONSTRAINT "blocked_domains_domain" CHECK ("blocked_domains"."domain" = lower("blocked_domains"."domain") and length("blocked_domains"."domain") between 1 and 260)
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"blocker_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"kind" "block_kind" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocks_blocker_id_blocked_id_pk" PRIMARY KEY("blocker_id","blocked_id"),
	CONSTRAINT "blocks_another" CHECK ("blocks"."blocker_id" <> "blocks"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "muted_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"word" text NOT NULL,
	"folded" text NOT NULL,
	"until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "muted_words_actorId_folded_unique" UNIQUE("actor_id","folded"),
	CONSTRAINT "muted_words_length" CHECK (length("muted_words"."word") between 1 and 80 and length("muted_words"."folded") between 1 and 160)
);
--> statement-breakpoint
CREATE TABLE "calendar_copies" (
	"participation_id" uuid PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"is_live" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_actor_id_pk" PRIMARY KEY("comment_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uri" text NOT NULL,
	"event_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"thread_id" uuid,
	"in_reply_to_id" uuid,
	"source" text NOT NULL,
	"html" text NOT NULL,
	"status" "comment_status" DEFAULT 'visible' NOT NULL,
	"is_announcement" boolean DEFAULT false NOT NULL,
	"is_pinned" boolean DEFAULT false NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"held_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_uri_unique" UNIQUE("uri")
);
--> statement-breakpoint
CREATE TABLE "data_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"status" "export_status" DEFAULT 'waiting' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"size" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "data_exports_progress" CHECK ("data_exports"."progress" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "event_autosaves" (
	"event_id" uuid NOT NULL,
	"editor_id" uuid NOT NULL,
	"values" jsonb NOT NULL,
	"base_version" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_autosaves_event_id_editor_id_pk" PRIMARY KEY("event_id","editor_id")
);
--> statement-breakpoint
CREATE TABLE "event_contacts" (
	"event_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_contacts_event_id_actor_id_pk" PRIMARY KEY("event_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "event_hosts" (
	"event_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"status" "host_status" DEFAULT 'invited' NOT NULL,
	"invited_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "event_hosts_event_id_actor_id_pk" PRIMARY KEY("event_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "event_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"invited_by_id" uuid,
	"uri" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "event_invitations_uri_unique" UNIQUE("uri"),
	CONSTRAINT "event_invitations_eventId_actorId_unique" UNIQUE("event_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "event_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" "question_kind" NOT NULL,
	"label" text NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_search" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"is_online" boolean NOT NULL,
	"organizer_id" uuid NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"status" text NOT NULL,
	"document" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"uses" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_shares" (
	"event_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_shares_actor_id_event_id_pk" PRIMARY KEY("actor_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "event_pictures" (
	"event_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	CONSTRAINT "event_pictures_event_id_media_id_pk" PRIMARY KEY("event_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "event_tags" (
	"event_id" uuid NOT NULL,
	"tag" text NOT NULL,
	"position" integer NOT NULL,
	"starts_at" timestamp (3) with time zone,
	CONSTRAINT "event_tags_event_id_tag_pk" PRIMARY KEY("event_id","tag")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"uri" text NOT NULL,
	"domain" text,
	"organizer_id" uuid NOT NULL,
	"host_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"description_html" text DEFAULT '' NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"previous_starts_at" timestamp (3) with time zone,
	"zone" text NOT NULL,
	"status" "event_status" DEFAULT 'confirmed' NOT NULL,
	"visibility" "event_visibility" DEFAULT 'public' NOT NULL,
	"category" text DEFAULT 'MEETING' NOT NULL,
	"language" text DEFAULT 'und' NOT NULL,
	"picture_id" uuid,
	"focus_x" smallint DEFAULT 50 NOT NULL,
	"focus_y" smallint DEFAULT 50 NOT NULL,
	"place_id" uuid,
	"place_name" text DEFAULT '' NOT NULL,
	"place_address" text DEFAULT '' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"is_address_hidden" boolean DEFAULT false NOT NULL,
	"online_url" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"price_note" text DEFAULT '' NOT NULL,
	"ticket_url" text DEFAULT '' NOT NULL,
	"metadata" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"comments_policy" "comments_policy" DEFAULT 'open' NOT NULL,
	"comments_pause_seconds" integer DEFAULT 0 NOT NULL,
	"guest_list" "guest_list" DEFAULT 'hosts' NOT NULL,
	"guests_allowed" smallint DEFAULT 0 NOT NULL,
	"external_join_url" text DEFAULT '' NOT NULL,
	"join_mode" "join_mode" DEFAULT 'free' NOT NULL,
	"capacity" integer,
	"places_aside" integer DEFAULT 0 NOT NULL,
	"waitlist" "waitlist" DEFAULT 'automatic' NOT NULL,
	"offer_hours" smallint DEFAULT 24 NOT NULL,
	"waitlist_stops_hours" smallint DEFAULT 0 NOT NULL,
	"is_open_to_mail" boolean DEFAULT true NOT NULL,
	"retention_days" smallint DEFAULT 30 NOT NULL,
	"participants_forgotten_at" timestamp (3) with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp (3) with time zone,
	"publish_at" timestamp (3) with time zone,
	"held_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"removal" "event_removal",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "events_uri_unique" UNIQUE("uri"),
	CONSTRAINT "events_end_after_start" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_published_has_start" CHECK ("events"."published_at" is null or "events"."starts_at" is not null),
	CONSTRAINT "events_capacity_positive" CHECK ("events"."capacity" > 0),
	CONSTRAINT "events_point" CHECK (num_nonnulls("events"."latitude", "events"."longitude") <> 1),
	CONSTRAINT "events_focus" CHECK ("events"."focus_x" between 0 and 100 and "events"."focus_y" between 0 and 100),
	CONSTRAINT "events_places_aside" CHECK ("events"."places_aside" >= 0),
	CONSTRAINT "events_offer_hours" CHECK ("events"."offer_hours" between 1 and 336),
	CONSTRAINT "events_waitlist_stops" CHECK ("events"."waitlist_stops_hours" between 0 and 336),
	CONSTRAINT "events_retention" CHECK ("events"."retention_days" between 1 and 730),
	CONSTRAINT "events_comments_pause" CHECK ("events"."comments_pause_seconds" between 0 and 3600),
	CONSTRAINT "events_guests_allowed" CHECK ("events"."guests_allowed" between 0 and 20)
);
--> statement-breakpoint
CREATE TABLE "external_logins" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_logins_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "feed_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid,
	"account_id" uuid,
	"nonce" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feed_tokens_actorId_unique" UNIQUE("actor_id"),
	CONSTRAINT "feed_tokens_accountId_unique" UNIQUE("account_id"),
	CONSTRAINT "feed_tokens_hash_unique" UNIQUE("hash"),
	CONSTRAINT "feed_tokens_one_owner" CHECK (num_nonnulls("feed_tokens"."actor_id", "feed_tokens"."account_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"follower_id" uuid NOT NULL,
	"followed_id" uuid NOT NULL,
	"status" "follow_status" DEFAULT 'accepted' NOT NULL,
	"uri" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_uri_unique" UNIQUE("uri"),
	CONSTRAINT "follows_followerId_followedId_unique" UNIQUE("follower_id","followed_id")
);
--> statement-breakpoint
CREATE TABLE "instance_pictures" (
	"name" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "document_kind" NOT NULL,
	"version" integer NOT NULL,
	"mode" "document_mode" NOT NULL,
	"texts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"asks_again" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "instance_documents_kind_version_unique" UNIQUE("kind","version"),
	CONSTRAINT "instance_documents_version" CHECK ("instance_documents"."version" > 0),
	CONSTRAINT "instance_documents_link" CHECK (("instance_documents"."mode" = 'link') = ("instance_documents"."url" <> ''))
);
--> statement-breakpoint
CREATE TABLE "instance_settings" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "instance_settings_one_row" CHECK ("instance_settings"."only")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"max_uses" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_code_unique" UNIQUE("code"),
	CONSTRAINT "invitations_uses" CHECK ("invitations"."uses" between 0 and coalesce("invitations"."max_uses", "invitations"."uses"))
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "journal_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"actor_id" uuid,
	"origin" "fact_origin" DEFAULT 'local' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"body" jsonb,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "media_kind" NOT NULL,
	"status" "media_status" DEFAULT 'waiting' NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"width" integer,
	"height" integer,
	"widths" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"bytes" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_name_unique" UNIQUE("name"),
	CONSTRAINT "media_ready_has_size" CHECK ("media"."status" <> 'ready' or ("media"."width" > 0 and "media"."height" > 0))
);
--> statement-breakpoint
CREATE TABLE "moderation_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "moderation_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"moderator_id" uuid,
	"is_server" boolean DEFAULT false NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"account_id" uuid,
	"case_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_settings" (
	"actor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"by_mail" boolean NOT NULL,
	CONSTRAINT "notification_settings_actor_id_kind_pk" PRIMARY KEY("actor_id","kind")
);
--> statement-breakpoint
CREATE TABLE "participation_answers" (
	"participation_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "participation_answers_participation_id_question_id_pk" PRIMARY KEY("participation_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"actor_id" uuid,
	"email" text,
	"name" text DEFAULT '' NOT NULL,
	"locale" text,
	"zone" text,
	"status" "participation_status" NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"adults" smallint DEFAULT 0 NOT NULL,
	"children" smallint DEFAULT 0 NOT NULL,
	"seats" smallint GENERATED ALWAYS AS (1 + adults + children) STORED NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"wait_rank" bigint,
	"offer_ends_at" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"status_before" "participation_status",
	"rank_before" bigint,
	"uri" text NOT NULL,
	"said" "participation_word",
	"said_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"forgotten_at" timestamp (3) with time zone,
	CONSTRAINT "participations_uri_unique" UNIQUE("uri"),
	CONSTRAINT "participations_eventId_actorId_unique" UNIQUE("event_id","actor_id"),
	CONSTRAINT "participations_eventId_email_unique" UNIQUE("event_id","email"),
	CONSTRAINT "participations_one_participant" CHECK (num_nonnulls("participations"."actor_id", "participations"."email") = 1 or ("participations"."actor_id" is null and "participations"."email" is null and "participations"."forgotten_at" is not null)),
	CONSTRAINT "participations_guests" CHECK ("participations"."adults" between 0 and 20 and "participations"."children" between 0 and 20),
	CONSTRAINT "participations_rank" CHECK (("participations"."status" = 'waitlisted') = ("participations"."wait_rank" is not null)),
	CONSTRAINT "participations_offer" CHECK (("participations"."status" = 'offered') = ("participations"."offer_ends_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "pending_updates" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"steps" jsonb NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "picture_uploads" (
	"media_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"uploader_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"locality" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "places_slug_unique" UNIQUE("slug"),
	CONSTRAINT "places_key_unique" UNIQUE("key"),
	CONSTRAINT "places_point" CHECK (num_nonnulls("places"."latitude", "places"."longitude") <> 1)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remote_actors" (
	"actor_id" uuid PRIMARY KEY NOT NULL,
	"inbox" text NOT NULL,
	"shared_inbox" text,
	"outbox" text,
	"followers" text,
	"upcoming_events" text,
	"url" text NOT NULL,
	"avatar_url" text,
	"banner_url" text,
	"is_locked" boolean DEFAULT false NOT NULL,
	"refreshed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remote_events" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"changed_at" timestamp (3) with time zone,
	"capacity" integer,
	"participant_count" integer,
	"remaining_capacity" integer,
	"picture_url" text,
	"picture_alt" text DEFAULT '' NOT NULL,
	"replies" text,
	"is_for_few" boolean DEFAULT false NOT NULL,
	"refreshed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "reported_kind" NOT NULL,
	"actor_id" uuid NOT NULL,
	"event_id" uuid,
	"comment_id" uuid,
	"thing_id" uuid NOT NULL,
	"copy" jsonb NOT NULL,
	"status" "case_status" DEFAULT 'open' NOT NULL,
	"report_count" integer DEFAULT 0 NOT NULL,
	"assignee_id" uuid,
	"answer" text DEFAULT '' NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_cases_closed" CHECK (("report_cases"."status" = 'closed') = ("report_cases"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "report_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"author_id" uuid,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"reporter_id" uuid,
	"email" text,
	"locale" text,
	"category" "report_category" NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"is_forwarded" boolean DEFAULT false NOT NULL,
	"noticed" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reports_caseId_reporterId_unique" UNIQUE("case_id","reporter_id"),
	CONSTRAINT "reports_caseId_email_unique" UNIQUE("case_id","email"),
	CONSTRAINT "reports_caseId_noticed_unique" UNIQUE("case_id","noticed")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" "second_factor_kind" NOT NULL,
	"secret" text NOT NULL,
	"last_step" integer,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "second_factors_accountId_kind_unique" UNIQUE("account_id","kind")
);
--> statement-breakpoint
CREATE TABLE "domain_policies" (
	"domain" text PRIMARY KEY NOT NULL,
	"severity" "domain_severity" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"domain" text PRIMARY KEY NOT NULL,
	"software" text DEFAULT '' NOT NULL,
	"version" text DEFAULT '' NOT NULL,
	"application_uri" text,
	"asked_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"retry_at" timestamp (3) with time zone,
	"problem" text DEFAULT '' NOT NULL,
	"lost" integer DEFAULT 0 NOT NULL,
	"busy_until" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"uri" text PRIMARY KEY NOT NULL,
	"deleted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"forget_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "account_identities" ADD CONSTRAINT "account_identities_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_identities" ADD CONSTRAINT "account_identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_sent_activity_id_sent_activities_id_fk" FOREIGN KEY ("sent_activity_id") REFERENCES "public"."sent_activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_activities" ADD CONSTRAINT "sent_activities_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_inboxes" ADD CONSTRAINT "told_inboxes_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_keys" ADD CONSTRAINT "actor_keys_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_fields" ADD CONSTRAINT "actor_fields_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_avatar_id_media_id_fk" FOREIGN KEY ("avatar_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_banner_id_media_id_fk" FOREIGN KEY ("banner_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_author_id_actors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."actors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_domains" ADD CONSTRAINT "blocked_domains_blocker_id_actors_id_fk" FOREIGN KEY ("blocker_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocker_id_actors_id_fk" FOREIGN KEY ("blocker_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_actors_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_words" ADD CONSTRAINT "muted_words_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_copies" ADD CONSTRAINT "calendar_copies_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_actors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_autosaves" ADD CONSTRAINT "event_autosaves_editor_id_actors_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_contacts" ADD CONSTRAINT "event_contacts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_contacts" ADD CONSTRAINT "event_contacts_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_invited_by_id_actors_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."actors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_invited_by_id_actors_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."actors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_questions" ADD CONSTRAINT "event_questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_search" ADD CONSTRAINT "event_search_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_shares" ADD CONSTRAINT "event_shares_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_shares" ADD CONSTRAINT "event_shares_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_pictures" ADD CONSTRAINT "event_pictures_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_pictures" ADD CONSTRAINT "event_pictures_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_tags" ADD CONSTRAINT "event_tags_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organizer_id_actors_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_logins" ADD CONSTRAINT "external_logins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_tokens" ADD CONSTRAINT "feed_tokens_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_tokens" ADD CONSTRAINT "feed_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_follower_id_actors_id_fk" FOREIGN KEY ("follower_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_followed_id_actors_id_fk" FOREIGN KEY ("followed_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_log" ADD CONSTRAINT "moderation_log_moderator_id_accounts_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_log" ADD CONSTRAINT "moderation_log_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_log" ADD CONSTRAINT "moderation_log_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_log" ADD CONSTRAINT "moderation_log_case_id_report_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."report_cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_answers" ADD CONSTRAINT "participation_answers_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_answers" ADD CONSTRAINT "participation_answers_question_id_event_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."event_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_updates" ADD CONSTRAINT "pending_updates_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_uploads" ADD CONSTRAINT "picture_uploads_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_uploads" ADD CONSTRAINT "picture_uploads_uploader_id_actors_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remote_actors" ADD CONSTRAINT "remote_actors_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remote_events" ADD CONSTRAINT "remote_events_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_cases" ADD CONSTRAINT "report_cases_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_cases" ADD CONSTRAINT "report_cases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_cases" ADD CONSTRAINT "report_cases_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_cases" ADD CONSTRAINT "report_cases_assignee_id_accounts_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_notes" ADD CONSTRAINT "report_notes_case_id_report_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."report_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_notes" ADD CONSTRAINT "report_notes_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_case_id_report_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."report_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_actors_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."actors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_identities_account_id_index" ON "account_identities" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_identities_one_default" ON "account_identities" USING btree ("account_id") WHERE "account_identities"."is_default";--> statement-breakpoint
CREATE INDEX "account_tokens_account_id_index" ON "account_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "accounts_leaving" ON "accounts" USING btree ("leaves_at") WHERE "accounts"."leaves_at" is not null;--> statement-breakpoint
CREATE INDEX "accounts_applying" ON "accounts" USING btree ("created_at") WHERE "accounts"."approved_at" is null;--> statement-breakpoint
CREATE INDEX "accounts_invitation_id_index" ON "accounts" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "sessions_account_id_index" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "deliveries_domain_id_index" ON "deliveries" USING btree ("domain","id");--> statement-breakpoint
CREATE INDEX "received_activities_received_at_index" ON "received_activities" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "received_activities_unknown" ON "received_activities" USING btree ("received_at") WHERE "received_activities"."outcome" in ('unknown', 'refused');--> statement-breakpoint
CREATE INDEX "sent_activities_actor_id_index" ON "sent_activities" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "sent_activities_created_at_index" ON "sent_activities" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "actor_keys_actor_id_index" ON "actor_keys" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actor_keys_signing" ON "actor_keys" USING btree ("actor_id") WHERE "actor_keys"."private_sealed" is not null and "actor_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "actor_fields_actor_id_position_index" ON "actor_fields" USING btree ("actor_id","position");--> statement-breakpoint
CREATE INDEX "actors_domain_index" ON "actors" USING btree ("domain");--> statement-breakpoint
CREATE INDEX "actors_avatar_id_index" ON "actors" USING btree ("avatar_id");--> statement-breakpoint
CREATE INDEX "actors_banner_id_index" ON "actors" USING btree ("banner_id");--> statement-breakpoint
CREATE INDEX "actors_suspended" ON "actors" USING btree ("suspended_at") WHERE "actors"."suspended_at" is not null;--> statement-breakpoint
CREATE INDEX "actors_limited" ON "actors" USING btree ("id") WHERE "actors"."limited_at" is not null;--> statement-breakpoint
CREATE INDEX "announcement_recipients_participation_id_index" ON "announcement_recipients" USING btree ("participation_id");--> statement-breakpoint
CREATE INDEX "announcements_event_id_send_at_index" ON "announcements" USING btree ("event_id","send_at");--> statement-breakpoint
CREATE INDEX "announcements_author_id_index" ON "announcements" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "announcements_due" ON "announcements" USING btree ("send_at") WHERE "announcements"."sent_at" is null and "announcements"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "blocked_domains_domain_blocker_id_index" ON "blocked_domains" USING btree ("domain","blocker_id");--> statement-breakpoint
CREATE INDEX "blocks_blocked_id_blocker_id_index" ON "blocks" USING btree ("blocked_id","blocker_id");--> statement-breakpoint
CREATE INDEX "comment_mentions_actor_id_index" ON "comment_mentions" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "comments_event_id_created_at_index" ON "comments" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_thread_id_created_at_index" ON "comments" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_author_id_index" ON "comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "comments_in_reply_to_id_index" ON "comments" USING btree ("in_reply_to_id");--> statement-breakpoint
CREATE INDEX "comments_removed" ON "comments" USING btree ("removed_at") WHERE "comments"."removed_at" is not null;--> statement-breakpoint
CREATE INDEX "comments_held" ON "comments" USING btree ("held_at","id") WHERE "comments"."held_at" is not null;--> statement-breakpoint
CREATE INDEX "data_exports_account_id_index" ON "data_exports" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "data_exports_expires_at_index" ON "data_exports" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "event_contacts_actor_id_index" ON "event_contacts" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "event_hosts_actor_id_status_index" ON "event_hosts" USING btree ("actor_id","status");--> statement-breakpoint
CREATE INDEX "event_invitations_actor_id_index" ON "event_invitations" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "event_invitations_invited_by_id_index" ON "event_invitations" USING btree ("invited_by_id");--> statement-breakpoint
CREATE INDEX "event_questions_event_id_position_index" ON "event_questions" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "event_search_document" ON "event_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "event_search_start" ON "event_search" USING btree ("starts_at","event_id","ends_at");--> statement-breakpoint
CREATE INDEX "event_search_end" ON "event_search" USING btree ("ends_at","event_id");--> statement-breakpoint
CREATE INDEX "event_search_organizer" ON "event_search" USING btree ("organizer_id","starts_at");--> statement-breakpoint
CREATE INDEX "search_words_similar" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "event_shares_event_id_index" ON "event_shares" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_pictures_media_id_index" ON "event_pictures" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "event_tags_start" ON "event_tags" USING btree ("tag","starts_at","event_id");--> statement-breakpoint
CREATE INDEX "events_organizer_id_starts_at_index" ON "events" USING btree ("organizer_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_listed_start" ON "events" USING btree ("starts_at","id",coalesce("ends_at", "starts_at"),"ends_at","category") WHERE "events"."published_at" is not null and "events"."visibility" = 'public' and "events"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "events_listed_end" ON "events" USING btree (coalesce("ends_at", "starts_at"),"id") WHERE "events"."published_at" is not null and "events"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "events_picture_id_index" ON "events" USING btree ("picture_id");--> statement-breakpoint
CREATE INDEX "events_place_id_starts_at_index" ON "events" USING btree ("place_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_hosts" ON "events" USING gin ("host_ids");--> statement-breakpoint
CREATE INDEX "events_to_publish" ON "events" USING btree ("publish_at") WHERE "events"."published_at" is null and "events"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "events_held" ON "events" USING btree ("held_at","id") WHERE "events"."held_at" is not null;--> statement-breakpoint
CREATE INDEX "events_to_forget" ON "events" USING btree (coalesce("ends_at", "starts_at")) WHERE "events"."participants_forgotten_at" is null or "events"."participants_forgotten_at" < coalesce("events"."ends_at", "events"."starts_at");--> statement-breakpoint
CREATE INDEX "events_domain" ON "events" USING btree ("domain","created_at") WHERE "events"."domain" is not null;--> statement-breakpoint
CREATE INDEX "events_deleted" ON "events" USING btree ("deleted_at") WHERE "events"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "external_logins_account_id_index" ON "external_logins" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "follows_followed_id_status_index" ON "follows" USING btree ("followed_id","status");--> statement-breakpoint
CREATE INDEX "journal_actor_id_index" ON "journal" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "journal_created_at_index" ON "journal" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_created_at_index" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_not_sent" ON "mails" USING btree ("id") WHERE "mails"."body" is not null;--> statement-breakpoint
CREATE INDEX "mails_sent" ON "mails" USING btree ("sent_at") WHERE "mails"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX "mails_refused" ON "mails" USING btree ("created_at") WHERE "mails"."body" is null and "mails"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "moderation_log_actor_id_id_index" ON "moderation_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "moderation_log_moderator_id_id_index" ON "moderation_log" USING btree ("moderator_id","id");--> statement-breakpoint
CREATE INDEX "moderation_log_account_id_id_index" ON "moderation_log" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "moderation_log_action_id_index" ON "moderation_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "moderation_log_created_at_index" ON "moderation_log" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "moderation_log_case_id_index" ON "moderation_log" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "participation_answers_question_id_index" ON "participation_answers" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "participations_event_id_status_created_at_id_index" ON "participations" USING btree ("event_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "participations_seats" ON "participations" USING btree ("event_id","status","seats");--> statement-breakpoint
CREATE INDEX "participations_shown" ON "participations" USING btree ("event_id","id") WHERE "participations"."status" = 'approved' and "participations"."actor_id" is not null and not "participations"."is_hidden";--> statement-breakpoint
CREATE INDEX "participations_line" ON "participations" USING btree ("event_id","wait_rank") WHERE "participations"."wait_rank" is not null;--> statement-breakpoint
CREATE INDEX "participations_actor_id_status_index" ON "participations" USING btree ("actor_id","status");--> statement-breakpoint
CREATE INDEX "participations_offers" ON "participations" USING btree ("offer_ends_at") WHERE "participations"."offer_ends_at" is not null;--> statement-breakpoint
CREATE INDEX "participations_unconfirmed" ON "participations" USING btree ("created_at") WHERE "participations"."status" = 'unconfirmed';--> statement-breakpoint
CREATE INDEX "picture_uploads_event_id_index" ON "picture_uploads" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "picture_uploads_uploader_id_index" ON "picture_uploads" USING btree ("uploader_id");--> statement-breakpoint
CREATE INDEX "picture_uploads_created_at_index" ON "picture_uploads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "places_words" ON "places" USING gin (to_tsvector('plain_words', "name" || ' ' || "street" || ' ' || "postal_code" || ' ' || "locality"));--> statement-breakpoint
CREATE INDEX "rate_limits_ends_at_index" ON "rate_limits" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "remote_actors_refreshed_at_index" ON "remote_actors" USING btree ("refreshed_at");--> statement-breakpoint
CREATE INDEX "remote_events_refreshed_at_index" ON "remote_events" USING btree ("refreshed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_cases_one_open" ON "report_cases" USING btree ("kind","thing_id") WHERE "report_cases"."status" = 'open';--> statement-breakpoint
CREATE INDEX "report_cases_status_reported_at_id_index" ON "report_cases" USING btree ("status","reported_at","id");--> statement-breakpoint
CREATE INDEX "report_cases_assignee_id_status_reported_at_index" ON "report_cases" USING btree ("assignee_id","status","reported_at");--> statement-breakpoint
CREATE INDEX "report_cases_actor_id_reported_at_index" ON "report_cases" USING btree ("actor_id","reported_at");--> statement-breakpoint
CREATE INDEX "report_cases_event_id_index" ON "report_cases" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "report_cases_comment_id_index" ON "report_cases" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "report_notes_case_id_created_at_index" ON "report_notes" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "report_notes_author_id_index" ON "report_notes" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "reports_reporter_id_index" ON "reports" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_account_id_index" ON "recovery_codes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "tombstones_forgotten" ON "tombstones" USING btree ("forget_at") WHERE "tombstones"."forget_at" is not null;