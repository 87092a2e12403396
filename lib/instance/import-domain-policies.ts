import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { authorize } from "@/lib/core/errors";
import { setDomainPolicies } from "./decide-domain";
import { canAdminister } from "./policy";
import type { PublicPolicy } from "./public-policies";

/** From the mildest to the strictest. */
const strictness = ["allow", "reject_media", "silence", "suspend"] as const;

/** What a list would change: `other` are those that were decided otherwise here, `own` would shut this server itself out. */
export type ImportPlan = {
  fresh: PublicPolicy[];
  same: PublicPolicy[];
  other: { policy: PublicPolicy; was: DomainPolicy }[];
  own: PublicPolicy[];
};

/** What becomes of a server that was decided otherwise here, should the list replace that. */
export function changeOf({ policy, was }: ImportPlan["other"][number]): "stricter" | "milder" | "reason" {
  const step = strictness.indexOf(policy.severity) - strictness.indexOf(was.severity);
  if (step === 0) return "reason";
  return step > 0 ? "stricter" : "milder";
}

/** What `importDomainPolicies` would do, before it is done. For administrators. */
export async function planImport(ctx: Context, policies: PublicPolicy[]): Promise<ImportPlan> {
  authorize(canAdminister(ctx.actor));
  const known = new Map((await ctx.db.select().from(domainPolicies)).map((row) => [row.domain, row]));
  const plan: ImportPlan = { fresh: [], same: [], other: [], own: [] };
  for (const policy of policies) {
    const was = known.get(policy.domain);
    if (coversUs(policy.domain)) plan.own.push(policy);
    else if (!was) plan.fresh.push(policy);
    else if (was.severity === policy.severity && was.reason === policy.reason) plan.same.push(policy);
    else plan.other.push({ policy, was });
  }
  return plan;
}

/**
 * Takes over a list of decisions about other servers, all or nothing. What was decided here stays as it is unless the list
 * `replaces` it; what was noted stays in either case. Repeating it is harmless. For administrators.
 */
export function importDomainPolicies(
  ctx: Context,
  policies: PublicPolicy[],
  { replaces }: { replaces: boolean },
): Promise<ImportPlan> {
  return inTransaction(ctx, async (tx) => {
    const plan = await planImport(tx, policies);
    const anew = plan.other.map(({ policy, was }) => ({ ...policy, note: was.note }));
    const fresh = plan.fresh.map((policy) => ({ ...policy, note: "" }));
    await setDomainPolicies(tx, [...fresh, ...(replaces ? anew : [])]);
    return plan;
  });
}

function coversUs(domain: string): boolean {
  const { host, hostname } = new URL(env().ORIGIN);
  return domain === host || domain === hostname || hostname.endsWith(`.${domain}`);
}
