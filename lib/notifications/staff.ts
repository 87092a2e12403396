import { and, isNotNull, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";

/** Those who look after the server, as mails are written to them. */
export function listStaff({ db }: Pick<Context, "db">) {
  const { id, email, locale, role, confirmedAt } = accounts;
  return db
    .select({ id, email, locale })
    .from(accounts)
    .where(and(ne(role, "member"), isNotNull(confirmedAt)));
}
