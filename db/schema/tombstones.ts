import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";

/** The addresses of what was here and is gone for good, so that it answers "gone" and never comes back. */
export const tombstones = pgTable("tombstones", {
  uri: text().primaryKey(),
  deletedAt: createdAt(),
});
