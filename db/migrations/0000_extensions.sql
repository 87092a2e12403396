-- What search needs: words without accents, in the stems of each language, and words that are nearly alike.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION plain_words (COPY = simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION plain_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION english_words (COPY = english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION english_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION french_words (COPY = french);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION french_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
