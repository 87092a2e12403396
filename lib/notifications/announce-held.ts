import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMails } from "@/lib/mail/queue";
import { setLetter } from "./letter";
import { heldLetter } from "./letters/reports";
import { listStaff } from "./staff";

type Held = Recorded<FactOf<"event.held"> | FactOf<"comment.held">>;

/** Tells those who look after the server that something waits for them: one mail for all that comes within an hour. */
export async function announceHeld(tx: Context, { at }: Held): Promise<void> {
  const hour = at.toISOString().slice(0, 13);
  const letters = (await listStaff(tx)).map(({ id, email, locale }) => ({
    key: `held:${hour}:${id}`,
    mail: { ...setLetter(heldLetter(asLocale(locale))), to: email },
  }));
  await queueMails(tx, letters);
}
