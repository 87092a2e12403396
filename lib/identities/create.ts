import { count, eq } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { AppError, authorize, conflict } from "@/lib/core/errors";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { readInstance } from "@/lib/instance/settings";
import { record } from "@/lib/journal/record";
import { storePicture } from "@/lib/media/store";
import { handleTaken, requireFreeHandle } from "./handle";
import { judgeLooks, noticeLooks } from "./judge";
import { canCreateIdentity } from "./policy";

export type NewIdentity = {
  handle: string;
  name: string;
  summary?: string;
  avatar?: File;
  visibility?: ActorRow["visibility"];
  /** Who signs up with the handle, so that nobody else gets it meanwhile: an address, or a login elsewhere. */
  heldFor?: string;
};

/**
 * Gives the account one more face; its first becomes the default. Handles are one namespace, also with those of
 * deleted identities. Refuses with `handle_taken`, `too_many_identities`, `account_suspended` and the field error
 * `words_not_allowed`.
 */
export function createIdentity(ctx: Context, input: NewIdentity): Promise<ActorRow> {
  return inTransaction(ctx, async (tx) => {
    authorize(canCreateIdentity(tx.actor));
    const { accountId } = tx.actor;
    const already = await lockIdentities(tx, accountId);
    const settings = await readInstance(tx.db);
    if (already >= settings.maxIdentities) throw conflict("too_many_identities");
    const hits = judgeLooks(settings, { summary: "", ...input });

    const avatar =
      input.avatar &&
      (await storePicture(tx, { file: input.avatar, kind: "avatar", field: "avatar", alt: "" }));
    const identity = await insertIdentity(tx, input, avatar?.id);
    await tx.db
      .insert(accountIdentities)
      .values({ actorId: identity.id, accountId, isDefault: already === 0 });
    await record(
      { ...tx, actor: { kind: "identity", actorId: identity.id } },
      { kind: "identity.created", actorId: identity.id },
    );
    await noticeLooks(tx, hits, identity.id);
    return identity;
  });
}

async function insertIdentity(
  tx: Context,
  input: NewIdentity,
  avatarId: string | undefined,
): Promise<ActorRow> {
  await requireFreeHandle(tx, input.handle, input.heldFor);
  const summary = cleanText(input.summary ?? "");
  const [identity] = await tx.db
    .insert(actors)
    .values({
      kind: "person",
      handle: input.handle,
      uri: `${env().ORIGIN}/@${input.handle}`,
      name: cleanLine(input.name),
      summary,
      summaryHtml: renderMarkdown(summary),
      avatarId,
      visibility: input.visibility,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!identity) throw handleTaken();
  return identity;
}

/** Counts the identities of the account, which is held so that two requests cannot both be the first. */
async function lockIdentities({ db }: Context, accountId: string): Promise<number> {
  const [account] = await db
    .select({ suspendedAt: accounts.suspendedAt })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("update");
  if (account?.suspendedAt) throw new AppError("unauthenticated", "account_suspended");
  const [row] = await db
    .select({ already: count() })
    .from(accountIdentities)
    .where(eq(accountIdentities.accountId, accountId));
  return row!.already;
}
