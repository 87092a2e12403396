import { eq } from "drizzle-orm";
import { dataExports } from "@/db/schema/data-exports";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { exportReadyLetter } from "./letters/departure";
import { mailKey } from "./write-to";

/** Tells that the copy of one's data can be fetched, and until when. */
export async function tellExportReady(tx: Context, fact: Recorded<FactOf<"export.ready">>): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  const [made] = await tx.db.select().from(dataExports).where(eq(dataExports.id, fact.exportId));
  if (!account || !made?.expiresAt || made.expiresAt <= tx.now) return;
  const reader = { locale: asLocale(account.locale), zone: account.zone };
  const letter = exportReadyLetter({ reader, expiresAt: made.expiresAt });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}
