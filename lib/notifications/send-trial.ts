import { randomUUID } from "node:crypto";
import { canManageAccounts } from "@/lib/accounts/policy";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import type { Outcome, Transport } from "@/lib/mail/mail";
import { transport } from "@/lib/mail/transport";
import { setLetter } from "./letter";
import { trialLetter } from "./letters/trial";

type Trial = { to: string; locale: Locale };

/**
 * Sends a mail at once, past the queue, to see whether mail works: what hinders it is thrown, without the address in it.
 * For those who look after the server; call it outside a transaction.
 */
export async function sendTrial(
  { actor, now }: Pick<Context, "actor" | "now">,
  { to, locale }: Trial,
  { via = transport() }: { via?: Transport } = {},
): Promise<Outcome> {
  authorize(canManageAccounts(actor));
  return via.send({ ...setLetter(trialLetter(locale)), to, name: randomUUID(), date: now });
}
