import { eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { moderationLog } from "@/db/schema/moderation-log";
import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import type { LogAction } from "@/lib/core/log-actions";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { forgetStandings, REMEMBERED_MS } from "./domain-policy";
import type { domainPolicyInput } from "./input";
import { canAdminister } from "./policy";

type Decision = z.output<typeof domainPolicyInput>;

/** Decides about a server, or decides anew. For administrators; it is written into the moderation log. */
export function setDomainPolicy(ctx: Context, decision: Decision): Promise<void> {
  return setDomainPolicies(ctx, [decision]);
}

/** The same for many at once, some thousands at most: none of them twice. */
export function setDomainPolicies(ctx: Context, decisions: Decision[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    for (let start = 0; start < decisions.length; start += AT_ONCE)
      await decide(tx, decisions.slice(start, start + AT_ONCE));
    if (decisions.length > 0) await changed(tx, ctx);
  });
}

/** Takes back what was decided about a server; what is not there needs no taking back. */
export function removeDomainPolicy(ctx: Context, domain: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const removed = await tx.db.delete(domainPolicies).where(eq(domainPolicies.domain, domain)).returning();
    if (removed.length === 0) return;
    const was = new Map(removed.map((policy) => [policy.domain, policy]));
    await log(tx, { action: "server.policy_removed", about: [{ domain }], was });
    await changed(tx, ctx);
  });
}

/** Rows of one statement: PostgreSQL takes 65,535 values in it. */
const AT_ONCE = 1000;

async function decide(tx: Context, decisions: Decision[]): Promise<void> {
  const domains = decisions.map(({ domain }) => domain);
  const standing = await tx.db.select().from(domainPolicies).where(inArray(domainPolicies.domain, domains));
  const was = new Map(standing.map((policy) => [policy.domain, policy]));
  await log(tx, { action: "server.policy_set", about: decisions, was });
  await tx.db
    .insert(domainPolicies)
    .values(decisions.map((decision) => ({ ...decision, createdAt: tx.now })))
    .onConflictDoUpdate({
      target: domainPolicies.domain,
      set: { severity: sql`excluded.severity`, reason: sql`excluded.reason`, note: sql`excluded.note` },
    });
}

type Logged = Pick<DomainPolicy, "domain"> & Partial<Pick<DomainPolicy, "severity" | "reason">>;

type Entries = { action: LogAction; about: Logged[]; was: Map<string, DomainPolicy> };

/** One statement for all of them. */
async function log(tx: Context, { action, about, was }: Entries): Promise<void> {
  if (tx.actor.kind !== "account") return;
  const { accountId: moderatorId } = tx.actor;
  const rows = about.map(({ domain, severity, reason = "" }) => {
    const before = was.get(domain);
    const details = {
      domain,
      ...(severity && { severity }),
      ...(before && { before: { severity: before.severity, reason: before.reason } }),
    };
    return { moderatorId, action, reason, details, createdAt: tx.now };
  });
  await tx.db.insert(moderationLog).values(rows);
}

/**
 * Pages show less, or more, than before. Other processes follow within seconds; what is there already as soon as none of
 * them remembers what was decided before: one job, however much was decided, and a second only after the first.
 */
async function changed(tx: Context, { db }: Context): Promise<void> {
  forgetStandings(db, tx.db);
  await record(tx, { kind: "instance.updated" });
  await enqueue(tx, {
    task: "apply-domain-policies",
    payload: {},
    key: "apply-domain-policies",
    queue: "domain-policies",
    runAt: new Date(tx.now.getTime() + REMEMBERED_MS + 5_000),
  });
}
