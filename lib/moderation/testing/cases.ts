import type { Database } from "@/db/client";
import type { ReportCase } from "@/db/schema/reports";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import type { Context, Role } from "@/lib/core/context";
import { fileReport } from "../report/file";
import type { Named } from "../report/thing";

/** Somebody acting as an account with this role. */
export async function accountOf(db: Database, role: Role, at = now) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now: at };
}

/** Whoever may decide nothing. */
export async function others(db: Database): Promise<Context[]> {
  const identity = await createIdentity(db);
  return [
    await accountOf(db, "member"),
    actingAs(db, identity.id),
    { db, actor: { kind: "anonymous" }, now },
    { db, actor: { kind: "system" }, now },
  ];
}

/** A case that a stranger's report opened. */
export async function reported(db: Database, named: Named): Promise<Pick<ReportCase, "id">> {
  const reporter = actingAs(db, (await createIdentity(db)).id);
  const { caseId } = await fileReport(reporter, named, { category: "spam", words: "They sell shoes." });
  return { id: caseId };
}

/** The same clock, days later. */
export function later(ctx: Context, days: number): Context {
  return { ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) };
}
