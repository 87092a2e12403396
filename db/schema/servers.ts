import { integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns";

/** Another server that something came from or goes to. */
export const servers = pgTable("servers", {
  /** Host and, if it is not the usual one, port. */
  domain: text().primaryKey(),
  /** As its NodeInfo names it, in lower case; empty: not known. */
  software: text().notNull().default(""),
  version: text().notNull().default(""),
  /** Its own actor (FEP-2677). */
  applicationUri: text(),
  /** When it was asked for the above; null: not yet. */
  askedAt: instant(),
  /** Deliveries that failed one after the other. */
  failures: integer().notNull().default(0),
  failingSince: instant(),
  /** Nothing is sent before; null: it works. */
  retryAt: instant(),
  /** Why the last delivery failed, as a slug; empty: it did not. */
  problem: text().notNull().default(""),
  /** How many deliveries were given up in all. */
  lost: integer().notNull().default(0),
  /** Somebody delivers there until then at most, and nobody else does; null: nobody. */
  busyUntil: instant(),
  deliveredAt: instant(),
  receivedAt: instant(),
  createdAt: createdAt(),
});

/**
 * "allow": exchanges also where only listed servers do; "silence": seen by those who follow; "reject_media": without
 * pictures; "suspend": nothing comes, nothing goes.
 */
export const domainSeverity = pgEnum("domain_severity", ["allow", "silence", "reject_media", "suspend"]);

/** What administrators decided about another server and those below its name. */
export const domainPolicies = pgTable("domain_policies", {
  domain: text().primaryKey(),
  severity: domainSeverity().notNull(),
  /** What everybody may read. */
  reason: text().notNull().default(""),
  /** For administrators alone. */
  note: text().notNull().default(""),
  createdAt: createdAt(),
});

export type Server = typeof servers.$inferSelect;
export type DomainPolicy = typeof domainPolicies.$inferSelect;
