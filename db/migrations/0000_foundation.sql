CREATE TYPE "public"."account_role" AS ENUM('member', 'moderator', 'administrator');--> statement-breakpoint
CREATE TYPE "public"."token_kind" AS ENUM('confirm', 'welcome');--> statement-breakpoint
CREATE TYPE "public"."actor_kind" AS ENUM('person', 'group', 'application');--> statement-breakpoint
CREATE TYPE "public"."event_status" AS ENUM('tentative', 'confirmed', 'cancelled', 'postponed', 'moved_online');--> statement-breakpoint
CREATE TYPE "public"."event_visibility" AS ENUM('public', 'unlisted');--> statement-breakpoint
CREATE TYPE "public"."join_mode" AS ENUM('free', 'approval', 'external', 'none');--> statement-breakpoint
CREATE TYPE "public"."fact_origin" AS ENUM('local', 'remote');--> statement-breakpoint
CREATE TYPE "public"."media_kind" AS ENUM('avatar', 'picture');--> statement-breakpoint
CREATE TYPE "public"."media_status" AS ENUM('waiting', 'ready', 'failed');--> statement-breakpoint
CREATE TYPE "public"."participation_status" AS ENUM('unconfirmed', 'pending', 'waitlisted', 'approved', 'rejected', 'left');--> statement-breakpoint
CREATE TABLE "account_identities" (
	"actor_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "token_kind" NOT NULL,
	"account_id" uuid,
	"hash" text NOT NULL,
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
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_email_folded" CHECK ("accounts"."email" = lower("accounts"."email"))
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
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "actors_uri_unique" UNIQUE("uri"),
	CONSTRAINT "actors_handle_domain_unique" UNIQUE NULLS NOT DISTINCT("handle","domain"),
	CONSTRAINT "actors_local_handle" CHECK ("actors"."domain" is not null or "actors"."handle" ~ '^[a-z0-9_]{1,30}$')
);
--> statement-breakpoint
CREATE TABLE "event_tags" (
	"event_id" uuid NOT NULL,
	"tag" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "event_tags_event_id_tag_pk" PRIMARY KEY("event_id","tag")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"uri" text NOT NULL,
	"organizer_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"description_html" text DEFAULT '' NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"zone" text NOT NULL,
	"status" "event_status" DEFAULT 'confirmed' NOT NULL,
	"visibility" "event_visibility" DEFAULT 'public' NOT NULL,
	"category" text DEFAULT 'MEETING' NOT NULL,
	"language" text DEFAULT 'und' NOT NULL,
	"picture_id" uuid,
	"place_name" text DEFAULT '' NOT NULL,
	"place_address" text DEFAULT '' NOT NULL,
	"online_url" text DEFAULT '' NOT NULL,
	"join_mode" "join_mode" DEFAULT 'free' NOT NULL,
	"capacity" integer,
	"sequence" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "events_uri_unique" UNIQUE("uri"),
	CONSTRAINT "events_end_after_start" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_published_has_start" CHECK ("events"."published_at" is null or "events"."starts_at" is not null),
	CONSTRAINT "events_capacity_positive" CHECK ("events"."capacity" > 0)
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
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_name_unique" UNIQUE("name"),
	CONSTRAINT "media_ready_has_size" CHECK ("media"."status" <> 'ready' or ("media"."width" > 0 and "media"."height" > 0))
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"actor_id" uuid,
	"email" text,
	"status" "participation_status" NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"uri" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participations_uri_unique" UNIQUE("uri"),
	CONSTRAINT "participations_eventId_actorId_unique" UNIQUE("event_id","actor_id"),
	CONSTRAINT "participations_eventId_email_unique" UNIQUE("event_id","email"),
	CONSTRAINT "participations_one_participant" CHECK (num_nonnulls("participations"."actor_id", "participations"."email") = 1)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_identities" ADD CONSTRAINT "account_identities_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_identities" ADD CONSTRAINT "account_identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_avatar_id_media_id_fk" FOREIGN KEY ("avatar_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_tags" ADD CONSTRAINT "event_tags_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organizer_id_actors_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_identities_account_id_index" ON "account_identities" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_identities_one_default" ON "account_identities" USING btree ("account_id") WHERE "account_identities"."is_default";--> statement-breakpoint
CREATE INDEX "account_tokens_account_id_index" ON "account_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_account_id_index" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "actors_avatar_id_index" ON "actors" USING btree ("avatar_id");--> statement-breakpoint
CREATE INDEX "event_tags_tag_index" ON "event_tags" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "events_organizer_id_starts_at_index" ON "events" USING btree ("organizer_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_listed_start" ON "events" USING btree ("starts_at","id") WHERE "events"."published_at" is not null and "events"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "events_listed_end" ON "events" USING btree (coalesce("ends_at", "starts_at"),"id") WHERE "events"."published_at" is not null and "events"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "events_picture_id_index" ON "events" USING btree ("picture_id");--> statement-breakpoint
CREATE INDEX "journal_actor_id_index" ON "journal" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "journal_created_at_index" ON "journal" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "participations_event_id_status_created_at_index" ON "participations" USING btree ("event_id","status","created_at");--> statement-breakpoint
CREATE INDEX "participations_actor_id_status_index" ON "participations" USING btree ("actor_id","status");--> statement-breakpoint
CREATE INDEX "rate_limits_ends_at_index" ON "rate_limits" USING btree ("ends_at");