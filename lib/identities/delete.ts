import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Proof, requireProof } from "@/lib/accounts/proof";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { lockOwn, unlinkIdentity } from "./own";
import { canDeleteIdentity } from "./policy";
import { getIdentity } from "./queries";

/**
 * Ends one identity of the account: at the commit nobody sees or acts as it any more; the job `erase-identity` cancels
 * and forgets the rest. Its handle stays taken for ever. The word of accounts without a password is the handle. Refuses
 * with `identity_not_found` (also the second time), `last_identity`, and with what `requireProof` refuses.
 */
export function deleteIdentity(ctx: Context, input: { actorId: string; proof: Proof }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canDeleteIdentity(tx.actor));
    const own = await lockOwn(tx, tx.actor.accountId);
    const link = own.find(({ actorId }) => actorId === input.actorId);
    if (!link) throw notFound("identity_not_found");
    const { handle } = await getIdentity(tx.db, link.actorId);
    await requireProof(tx, { proof: input.proof, wordOf: () => handle });

    const heir = own.find(({ actorId }) => actorId !== link.actorId);
    if (!heir) throw conflict("last_identity");
    await unlinkIdentity(tx, link, heir.actorId);
    await endIdentity(tx, link.actorId);
    await enqueue(tx, {
      task: "erase-identity",
      payload: { actorId: link.actorId },
      key: `erase-identity:${link.actorId}`,
    });
  });
}

/** Marks an identity as gone, once, also one that was only out of sight, and says so as itself: the fact must not lead to the account. */
export async function endIdentity(tx: Context, actorId: string): Promise<void> {
  const [ended] = await tx.db
    .update(actors)
    .set({ deletedAt: tx.now, suspendedAt: null, suspendedUntil: null })
    .where(and(eq(actors.id, actorId), or(isNull(actors.deletedAt), isNotNull(actors.suspendedAt))))
    .returning({ id: actors.id });
  if (ended)
    await record({ ...tx, actor: { kind: "identity", actorId } }, { kind: "identity.deleted", actorId });
}
