import { and, eq, inArray, not, notExists, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { notificationSettings } from "@/db/schema/notification-settings";
import { type MailKind, mailKinds, onlyIfChosen } from "./input";

const { actorId, kind, byMail } = notificationSettings;

/**
 * For queries for many at once: only identities that want mails of this kind, which must be one that is wanted by
 * whoever chose nothing.
 */
export function wanting(db: Database, mailKind: MailKind, identity: PgColumn): SQL {
  const declined = and(eq(actorId, identity), eq(kind, mailKind), not(byMail));
  return notExists(db.select({ one: sql`1` }).from(notificationSettings).where(declined));
}

export type Wants = Record<MailKind, boolean>;

/** What each of these identities wants, in one query. */
export async function listWants(db: Database, actorIds: string[]): Promise<Map<string, Wants>> {
  const all = new Map(actorIds.map((id) => [id, byDefault()]));
  if (actorIds.length === 0) return all;
  const rows = await db.select().from(notificationSettings).where(inArray(actorId, actorIds));
  for (const row of rows) Object.assign(all.get(row.actorId)!, { [row.kind]: row.byMail });
  return all;
}

export async function wantsMail(db: Database, identity: string, mailKind: MailKind): Promise<boolean> {
  return (await listWants(db, [identity])).get(identity)![mailKind];
}

function byDefault(): Wants {
  return Object.fromEntries(
    mailKinds.map((mailKind) => [mailKind, !onlyIfChosen.includes(mailKind)]),
  ) as Wants;
}
