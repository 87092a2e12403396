import { bigint, index, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
import { actors } from "./actors";

export const factOrigin = pgEnum("fact_origin", ["local", "remote"]);

/** What happened, once, in order. Everything that must be told hangs off a row here. */
export const journal = pgTable(
  "journal",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Null: the server itself, or somebody who is nobody yet. */
    actorId: uuid().references(() => actors.id, { onDelete: "set null" }),
    origin: factOrigin().notNull().default("local"),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.actorId), index().on(t.createdAt)],
);
