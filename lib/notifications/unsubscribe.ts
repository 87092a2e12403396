import type { Context } from "@/lib/core/context";
import { seal, unseal } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { AppError, notFound } from "@/lib/core/errors";
import { oneClickPath, unsubscribePath } from "@/lib/core/paths";
import { getIdentity } from "@/lib/identities/queries";
import { keepChoices } from "./choose";
import { type MailKind, mailKinds } from "./input";
import { wantsMail } from "./wants";

const PURPOSE = "unsubscribe";

/**
 * The addresses at which one identity ends one kind of mail: a page, and where one POST does it (RFC 8058). What they
 * stand for is sealed, anew each time: nobody can tell whose they are, nor that two are of one person or one identity.
 */
export function unsubscribeLinks(actorId: string, kind: MailKind): { page: string; oneClick: string } {
  const token = seal(PURPOSE, `${kind}:${actorId}`);
  const { ORIGIN } = env();
  return { page: ORIGIN + unsubscribePath(token), oneClick: ORIGIN + oneClickPath(token) };
}

/** What a mailed link is about. */
export type Subscription = { kind: MailKind; identity: { name: string; handle: string }; isOn: boolean };

/** Null for a link that this server did not make, or whose identity is gone. Works as often as one likes. */
export async function findSubscription(ctx: Context, token: string): Promise<Subscription | null> {
  try {
    const { actorId, kind } = read(token);
    const { name, handle } = await getIdentity(ctx.db, actorId);
    return { kind, identity: { name, handle }, isOn: await wantsMail(ctx.db, actorId, kind) };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * Ends or starts again the mails that a link is about. Whoever holds it may: mail programs use it without signing in.
 * Repeating it is harmless. Refuses with `unsubscribe_link_unknown` and `identity_not_found`.
 */
export async function subscribe(ctx: Context, token: string, byMail: boolean): Promise<void> {
  const { actorId, kind } = read(token);
  await getIdentity(ctx.db, actorId);
  await keepChoices(ctx, [{ actorId, kind, byMail }]);
}

function read(token: string): { actorId: string; kind: MailKind } {
  const [name, actorId] = opened(token).split(":");
  const kind = mailKinds.find((each) => each === name);
  if (!kind || !actorId) throw notFound("unsubscribe_link_unknown");
  return { actorId, kind };
}

function opened(token: string): string {
  try {
    return unseal(PURPOSE, token);
  } catch {
    return "";
  }
}
