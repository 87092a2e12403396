import { sql } from "drizzle-orm";
import type { z } from "zod";
import { notificationSettings } from "@/db/schema/notification-settings";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { listIdentitiesOf } from "@/lib/identities/of-account";
import { type choiceInput, type MailKind, mailKinds, wantedValue } from "./input";

/**
 * An account says which mails its identities want. Identities that the form did not name stay as they are: one may have
 * been made meanwhile. Refuses with `not_your_identity`.
 */
export function chooseMails(ctx: Context, input: z.output<typeof choiceInput>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    if (tx.actor.kind !== "account") throw new AppError("unauthenticated", "sign_in_first");
    const own = new Set((await listIdentitiesOf(tx.db, tx.actor.accountId)).map(({ id }) => id));
    const named = [...new Set(input.identity)];
    if (!named.every((id) => own.has(id))) throw new AppError("forbidden", "not_your_identity");
    const wanted = new Set(input.wanted);
    await keepChoices(
      tx,
      named.flatMap((actorId) =>
        mailKinds.map((kind) => ({ actorId, kind, byMail: wanted.has(wantedValue(kind, actorId)) })),
      ),
    );
  });
}

type Choice = { actorId: string; kind: MailKind; byMail: boolean };

/** In one statement; saying the same again is harmless. */
export async function keepChoices({ db }: Context, choices: Choice[]): Promise<void> {
  if (choices.length === 0) return;
  await db
    .insert(notificationSettings)
    .values(choices)
    .onConflictDoUpdate({
      target: [notificationSettings.actorId, notificationSettings.kind],
      set: { byMail: sql`excluded.by_mail` },
    });
}
