import { getOwnCredentials } from "@/lib/accounts/credentials";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { canAdminister } from "@/lib/instance/policy";
import { withoutValues } from "@/lib/instance/work/jobs";
import { writeLog } from "@/lib/journal/write-log";
import type { Transport } from "@/lib/mail/mail";
import { sendTrial } from "./send-trial";

/** `problem`: why it did not go, as its next server or the network says, without the address. */
export type Trial = { problem: string | null };

/**
 * Sends administrators a mail to their own address, to see whether mail works; it is told them, not thrown, what hinders
 * it. Call it outside a transaction.
 */
export async function tryMail(
  ctx: Context,
  locale: Locale,
  { via }: { via?: Transport } = {},
): Promise<Trial> {
  authorize(canAdminister(ctx.actor));
  const { email: to } = await getOwnCredentials(ctx);
  const problem = await sendTrial(ctx, { to, locale }, via ? { via } : {}).then(
    (outcome) => (outcome.status === "sent" ? null : outcome.reason),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  await writeLog(ctx, { action: "mail.tested", details: { went: problem === null } });
  return { problem: problem === null ? null : withoutValues(problem) };
}
