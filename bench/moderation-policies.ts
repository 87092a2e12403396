import { isNotNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { applyDomainPolicies } from "@/lib/federation/import/apply-policies";
import { importDomainPolicies } from "@/lib/instance/import-domain-policies";

const SERVERS = 3_000;

/** How long the job of a list of servers to suspend takes, how long once it is done, and to bring all of them back. */
export async function measurePolicies(ctx: Context): Promise<string> {
  const list = (severity: "suspend" | "reject_media") =>
    Array.from({ length: SERVERS }, (_, n) => ({ domain: `s${n * 3 + 1}.example`, severity, reason: "" }));
  const system: Context = { ...ctx, actor: { kind: "system" } };
  const apply = () => seconds(() => applyDomainPolicies(system));
  const gone = () => ctx.db.$count(actors, isNotNull(actors.deletedAt));

  const taken = await seconds(() => importDomainPolicies(ctx, list("suspend"), { replaces: true }));
  const [hidden, people, again] = [await apply(), await gone(), await apply()];
  await importDomainPolicies(ctx, list("reject_media"), { replaces: true });
  const [shown, left] = [await apply(), await gone()];
  return `
A list of ${SERVERS} servers was taken over in ${taken} s. ${people} people went out of sight in ${hidden} s;
once they had, the job took ${again} s. All but ${left} came back in ${shown} s.`;
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const before = performance.now();
  await work();
  return ((performance.now() - before) / 1000).toFixed(1);
}
