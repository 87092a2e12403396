import { and, isNotNull, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { countApplicants } from "@/lib/accounts/application-list";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMails } from "@/lib/mail/queue";
import { setLetter } from "./letter";
import { applicationsLetter } from "./letters/registration";

const HOUR = 3_600_000;

/**
 * Tells moderators and administrators that people wait to be let in: one mail each an hour at most. Whoever applies
 * after it is told of when the next hour begins, in one mail for all, if somebody waits then.
 */
export async function announceApplication(
  tx: Context,
  fact: Recorded<FactOf<"account.applied">>,
): Promise<void> {
  const count = await countApplicants(tx);
  if (count === 0) return;
  const hour = new Date(Math.floor(tx.now.getTime() / HOUR) * HOUR);
  const staff = await listStaff(tx);
  const letters = staff.map(({ id, email, locale }) => ({
    key: `${fact.kind}:${id}:${hour.toISOString()}`,
    mail: { ...setLetter(applicationsLetter({ locale: asLocale(locale), count })), to: email },
  }));
  const isTold = (await queueMails(tx, letters)) > 0;
  if (isTold || staff.length === 0) return;
  const next = new Date(hour.getTime() + HOUR);
  await enqueue(tx, {
    task: "tell",
    payload: { reader: "announceApplication", factId: fact.factId },
    key: `tell:announceApplication:${next.toISOString()}`,
    runAt: next,
  });
}

function listStaff({ db }: Context) {
  const { id, email, locale, role, confirmedAt } = accounts;
  return db
    .select({ id, email, locale })
    .from(accounts)
    .where(and(ne(role, "member"), isNotNull(confirmedAt)));
}
