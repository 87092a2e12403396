import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";

export const exportStatus = pgEnum("export_status", ["waiting", "running", "ready", "failed"]);

/** A copy of all that an account has here, made by a job and kept for two days. */
export const dataExports = pgTable(
  "data_exports",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    status: exportStatus().notNull().default("waiting"),
    /** Percent. */
    progress: integer().notNull().default(0),
    /** Random name of the file in the storage; empty until ready. */
    fileName: text().notNull().default(""),
    /** Bytes; null until ready. */
    size: bigint({ mode: "number" }),
    createdAt: createdAt(),
    /** Null until ready. */
    expiresAt: instant(),
  },
  (t) => [
    index().on(t.accountId),
    index().on(t.expiresAt),
    check("data_exports_progress", sql`${t.progress} between 0 and 100`),
  ],
);

export type DataExport = typeof dataExports.$inferSelect;
