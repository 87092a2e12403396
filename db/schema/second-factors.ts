import { index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";

export const secondFactorKind = pgEnum("second_factor_kind", ["totp"]);

/** Something that must be shown at sign-in beside the password. */
export const secondFactors = pgTable(
  "second_factors",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: secondFactorKind().notNull(),
    /** Sealed with the server's secret (lib/core/crypto). */
    secret: text().notNull(),
    /** The TOTP time step that was used last: none is taken twice (RFC 6238, 5.2). Null: never used. */
    lastStep: integer(),
    /** Null until a first code was shown: only then it is asked for. */
    confirmedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.accountId, t.kind)],
);

/** One of ten codes for whoever lost the second factor. Only its hash is kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    hash: text().notNull(),
    usedAt: instant(),
  },
  (t) => [index().on(t.accountId)],
);

export type SecondFactor = typeof secondFactors.$inferSelect;
