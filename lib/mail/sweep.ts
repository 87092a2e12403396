import { and, isNotNull, lt } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { readInstance } from "@/lib/instance/settings";

const DAY = 86_400_000;

/**
 * From time to time: after 14 days, long after the queue gave up, forgets what could not be sent, since an
 * address and perhaps a link are in it; after 90 days, or as many as administrators chose, that there was a mail at all.
 */
export async function sweepMails({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  const before = (days: number) => lt(mails.createdAt, new Date(now.getTime() - days * DAY));
  const given = await db
    .update(mails)
    .set({ body: null })
    .where(and(isNotNull(mails.body), before(14)))
    .returning({ id: mails.id });
  if (given.length > 0)
    log("mail").error({ count: given.length }, "mails could not be sent and are forgotten");
  await db.delete(mails).where(before((await readInstance(db)).keepMailDays));
}
