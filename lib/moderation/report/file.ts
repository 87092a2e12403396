import { and, eq } from "drizzle-orm";
import { type Report, reports } from "@/db/schema/reports";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, invalidField, notFound } from "@/lib/core/errors";
import { readInstance } from "@/lib/instance/settings";
import { canReport } from "../policy";
import { countReport, openCase } from "./open-case";
import { findThing, type Named } from "./thing";

export type NewReport = Pick<Report, "category" | "words"> & {
  /** Whether the server that it came from is to hear of it; means nothing for what is ours. */
  forward?: boolean;
  email?: string;
  locale?: string;
};

/**
 * Says that something should be looked at. All that is said of one thing while nobody has decided is one case; the same
 * reporter counts once. Here and from other servers (Flag). Refuses with `thing_not_found`.
 */
export function fileReport(ctx: Context, named: Named, input: NewReport): Promise<Report> {
  return inTransaction(ctx, async (tx) => {
    const thing = await findThing(tx, named);
    if (!thing) throw notFound("thing_not_found");
    const { reportsByMail } = await readInstance(tx.db);
    authorize(canReport(tx.actor, { actorId: thing.author.id }, { isOpenToMail: reportsByMail }));
    const reporter = reporterOf(tx, input);
    const { id: caseId } = await openCase(tx, thing);
    const { category, words, forward = false } = input;
    const isForwarded = forward && thing.author.domain !== null;
    const [report] = await tx.db
      .insert(reports)
      .values({ caseId, ...reporter, category, words, isForwarded, createdAt: tx.now })
      .onConflictDoNothing()
      .returning();
    return report ? countReport(tx, report) : findSame(tx, caseId, reporter);
  });
}

type Reporter = Pick<Report, "reporterId" | "email" | "locale">;

function reporterOf({ actor }: Context, { email, locale }: NewReport): Reporter {
  if (actor.kind === "identity") return { reporterId: actor.actorId, email: null, locale: null };
  if (!email) throw invalidField("email", "email_not_valid");
  return { reporterId: null, email, locale: locale ?? "en" };
}

async function findSame({ db }: Context, caseId: string, { reporterId, email }: Reporter): Promise<Report> {
  const isSame = reporterId ? eq(reports.reporterId, reporterId) : eq(reports.email, email ?? "");
  const [same] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.caseId, caseId), isSame));
  return same!;
}
