import { z } from "zod";

/** What a backup says about itself. Its own sum, and those of all other parts, stand in the part SHA256SUMS. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the Carillon that made it. */
  version: z.string(),
  origin: z.string(),
  takenAt: z.iso.datetime(),
  /** Hashes of the migrations that the database had seen. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  /** What each sequence gives out next. */
  sequences: z.array(z.object({ name: z.string(), next: z.string().regex(/^\d+$/) })),
  pictures: z.number(),
});

export type Manifest = z.output<typeof manifestSchema>;

export const MANIFEST = "manifest.json";
export const SECRETS = "secrets.json";
export const SUMS = "SHA256SUMS";

export function partOfTable(table: string): string {
  return `tables/${table}.copy`;
}
