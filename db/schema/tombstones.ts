import { sql } from "drizzle-orm";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns";

/** The addresses of what was here and is gone for good, so that it answers "gone" and never comes back. */
export const tombstones = pgTable(
  "tombstones",
  {
    uri: text().primaryKey(),
    deletedAt: createdAt(),
    /** When it need not be known any more, of what another server took back before it was ever here; null: never. */
    forgetAt: instant(),
  },
  (t) => [index("tombstones_forgotten").on(t.forgetAt).where(sql`${t.forgetAt} is not null`)],
);
