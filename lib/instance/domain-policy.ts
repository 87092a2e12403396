import { eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { moderationLog } from "@/db/schema/moderation-log";
import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, authorize } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import type { domainPolicyInput } from "./input";
import { canAdminister } from "./policy";

/**
 * What administrators decided about a server (host and, if need be, port), or about a name above its own: a suspension
 * anywhere above counts more than what stands nearest. Asked for every activity, so what is found holds for 2 seconds.
 */
export async function findDomainPolicy(db: Database, domain: string): Promise<DomainPolicy | null> {
  const known = remembered.get(db) ?? new Map<string, Remembered>();
  remembered.set(db, known);
  const kept = known.get(domain);
  if (kept && kept.until > Date.now()) return kept.policy;
  const policy = await lookUp(db, domain);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(domain, { policy, until: Date.now() + REMEMBERED_MS });
  return policy;
}

/** Refuses with `server_suspended` what would come from a server that is suspended, or go there. */
export async function refuseSuspended(db: Database, domain: string): Promise<void> {
  const policy = await findDomainPolicy(db, domain);
  if (policy?.severity === "suspend") throw new AppError("forbidden", "server_suspended");
}

/** Decides about a server, or decides anew. For administrators; it is written into the moderation log. */
export function setDomainPolicy(ctx: Context, input: z.output<typeof domainPolicyInput>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { domain, ...decided } = input;
    await log(tx, { action: "server.policy_set", domain, reason: input.reason, severity: input.severity });
    await tx.db
      .insert(domainPolicies)
      .values({ domain, ...decided, createdAt: tx.now })
      .onConflictDoUpdate({ target: domainPolicies.domain, set: decided });
    await changed(tx, ctx, domain);
  });
}

/** Takes back what was decided about a server; what is not there needs no taking back. */
export function removeDomainPolicy(ctx: Context, domain: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const removed = await tx.db.delete(domainPolicies).where(eq(domainPolicies.domain, domain)).returning();
    if (removed.length === 0) return;
    await log(tx, { action: "server.policy_removed", domain });
    await changed(tx, ctx, domain);
  });
}

type Remembered = { policy: DomainPolicy | null; until: number };

const shared = globalThis as { carillonDomainPolicies?: WeakMap<Database, Map<string, Remembered>> };

/** Of the process: the desk takes in what servers send, an action decides about them, and they are of different bundles. */
shared.carillonDomainPolicies ??= new WeakMap();
const remembered = shared.carillonDomainPolicies;
const MOST_REMEMBERED = 5000;
const REMEMBERED_MS = 2_000;

async function lookUp(db: Database, domain: string): Promise<DomainPolicy | null> {
  const found = await db
    .select()
    .from(domainPolicies)
    .where(inArray(domainPolicies.domain, namesOf(domain)));
  const nearestFirst = found.sort((a, b) => b.domain.length - a.domain.length);
  return nearestFirst.find(({ severity }) => severity === "suspend") ?? nearestFirst[0] ?? null;
}

/** The domain itself, without its port, and all names above that one. */
function namesOf(domain: string): string[] {
  const host = domain.replace(/:\d+$/, "").replace(/\.$/, "");
  const labels = host.split(".");
  return [domain, ...labels.map((_, index) => labels.slice(index).join("."))];
}

async function log(
  tx: Context,
  { action, reason = "", ...details }: { action: string; domain: string; reason?: string; severity?: string },
): Promise<void> {
  authorize(canAdminister(tx.actor));
  if (tx.actor.kind !== "account") return;
  const { accountId: moderatorId } = tx.actor;
  await tx.db.insert(moderationLog).values({ moderatorId, action, reason, details, createdAt: tx.now });
}

/** Pages show less, or more, than before. Other processes follow within seconds. */
async function changed(tx: Context, { db }: Context, domain: string): Promise<void> {
  remembered.delete(db);
  remembered.delete(tx.db);
  await record(tx, { kind: "instance.updated" });
  // What is there already follows as soon as no process remembers what was decided before.
  await enqueue(tx, {
    task: "apply-domain-policy",
    payload: { domain },
    key: `apply-domain-policy:${domain}`,
    runAt: new Date(tx.now.getTime() + REMEMBERED_MS + 5_000),
  });
}
