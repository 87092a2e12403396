import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { type CastHandle, cast } from "@/db/testing/cast";
import { hashPassword } from "@/lib/accounts/password";
import { env } from "@/lib/core/env";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { indexMissing } from "@/lib/events/search/rebuild";
import { dropPages } from "@/lib/journal/drop-pages";
import { UPCOMING } from "@/lib/journal/tags";
import { addEvent } from "./add-event";
import { addElsewhere } from "./elsewhere";
import { later } from "./later";
import { soon } from "./soon";

/** Everybody of the cast signs in with it. Only ever put on a server that is for looking at. */
export const SEED_PASSWORD = "ring the bells";

/**
 * Fills an empty server with the cast and their events, in one transaction; false if they are there already.
 * Rows are written directly: nobody of the cast has a mailbox that should get mail about it.
 */
export function seed(db: Database, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [present] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.email, cast.ada.email));
    if (present) return false;
    const passwordHash = await hashPassword(SEED_PASSWORD);
    const ids = new Map<CastHandle, string>();
    for (const person of Object.values(cast)) {
      for (const [handle, id] of await addPerson(tx, person, passwordHash)) ids.set(handle, id);
    }
    for (const event of [...soon, ...later]) await addEvent(tx, { event, ids, now });
    await addElsewhere(tx, { ids, now });
    await indexMissing({ db: tx, actor: { kind: "system" }, now });
    await dropPages({ db: tx }, [UPCOMING]);
    return true;
  });
}

type Person = (typeof cast)[keyof typeof cast];

async function addPerson(tx: Database, { identities, ...person }: Person, passwordHash: string) {
  const [account] = await tx
    .insert(accounts)
    .values({ ...person, passwordHash, confirmedAt: new Date() })
    .returning();
  const faces = await tx
    .insert(actors)
    .values(
      identities.map(({ handle, name, summary }) => ({
        kind: "person" as const,
        handle,
        name,
        summary,
        summaryHtml: renderMarkdown(summary),
        uri: `${env().ORIGIN}/@${handle}`,
      })),
    )
    .returning();
  const links = faces.map(({ id }, i) => ({ accountId: account!.id, actorId: id, isDefault: i === 0 }));
  await tx.insert(accountIdentities).values(links);
  return faces.map(({ handle, id }) => [handle as CastHandle, id] as const);
}
