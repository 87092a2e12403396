import { asc } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { now } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import type { Fact, Recorded } from "@/lib/journal/facts";
import type { Mail } from "@/lib/mail/mail";

/** The fact as the journal would give it to a reader. */
export function recorded<F extends Fact>(fact: F, factId = 42): Recorded<F> {
  return { ...fact, factId, origin: "local", at: now, doerId: null };
}

/** The server itself, as which the worker calls readers. */
export function worker(db: Database): Context {
  return { db, actor: { kind: "system" }, now };
}

/** All mails that wait, oldest first. */
export async function waitingMails(db: Database): Promise<Mail[]> {
  const rows = await db.select().from(mails).orderBy(asc(mails.id));
  return rows.map(({ body }) => body as Mail);
}
