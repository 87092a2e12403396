import { sql } from "drizzle-orm";
import { check, doublePrecision, index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, randomId } from "../columns";

/** Somewhere that events happen again and again. Rows never change: another address is another place. */
export const places = pgTable(
  "places",
  {
    id: randomId(),
    /** In the address of its page. */
    slug: text().notNull().unique(),
    name: text().notNull(),
    street: text().notNull().default(""),
    postalCode: text().notNull().default(""),
    locality: text().notNull().default(""),
    region: text().notNull().default(""),
    /** ISO 3166-1, two letters; empty: not told. */
    country: text().notNull().default(""),
    /** Degrees (WGS 84); null: nobody set a pin. */
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** Digest of everything above: the same place is stored once. */
    key: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    check("places_point", sql`num_nonnulls(${t.latitude}, ${t.longitude}) <> 1`),
    index("places_words").using(
      "gin",
      sql`to_tsvector('plain_words', ${t.name} || ' ' || ${t.street} || ' ' || ${t.postalCode} || ' ' || ${t.locality})`,
    ),
  ],
);

export type Place = typeof places.$inferSelect;
