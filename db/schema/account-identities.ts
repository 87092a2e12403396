import { sql } from "drizzle-orm";
import { boolean, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { actors } from "./actors";

/**
 * Which identities belong to which account: the only place that knows. An import rule lets nobody
 * read it but lib/accounts, lib/identities and lib/moderation/reveal-account.ts, which writes down every look.
 */
export const accountIdentities = pgTable(
  "account_identities",
  {
    actorId: uuid()
      .primaryKey()
      .references(() => actors.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    isDefault: boolean().notNull().default(false),
    /** It went out of sight with the account, and comes back with it. It stands here since it tells who belongs together. */
    isHiddenWithAccount: boolean().notNull().default(false),
  },
  (t) => [
    index().on(t.accountId),
    uniqueIndex("account_identities_one_default").on(t.accountId).where(sql`${t.isDefault}`),
  ],
);
