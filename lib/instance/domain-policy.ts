import { inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";

/**
 * What administrators decided about a server (host and, if need be, port), or about a name above its own: a suspension
 * anywhere above counts more than what stands nearest. Asked for every activity, so what is found holds for 2 seconds.
 */
export async function findDomainPolicy(db: Database, domain: string): Promise<DomainPolicy | null> {
  return (await standingOf(db, domain)).policy;
}

/**
 * Whether nothing comes from a server, and nothing goes there: it is suspended, or only listed servers exchange with this
 * one and it is none of them. `cutOffSql` says the same of a column.
 */
export async function isCutOff(db: Database, domain: string): Promise<boolean> {
  return (await standingOf(db, domain)).isCutOff;
}

/** Refuses with `server_suspended` what would come from a server that is cut off, or go there. */
export async function refuseSuspended(db: Database, domain: string): Promise<void> {
  if (await isCutOff(db, domain)) throw new AppError("forbidden", "server_suspended");
}

/** What administrators decided, all of it: who asks about thousands of servers asks the database once. Nothing is remembered. */
export async function readDomainPolicies(db: Database): Promise<(domain: string) => DomainPolicy | null> {
  const all = new Map((await db.select().from(domainPolicies)).map((policy) => [policy.domain, policy]));
  return (domain) => decisive(namesOf(domain).flatMap((name) => all.get(name) ?? []));
}

/** What was found holds no more, in this process: something was decided. */
export function forgetStandings(...databases: Database[]): void {
  for (const db of databases) remembered.delete(db);
}

/** Milliseconds until no process remembers what was decided before. */
export const REMEMBERED_MS = 2_000;

type Standing = { policy: DomainPolicy | null; isCutOff: boolean };
type Remembered = Standing & { until: number };

const shared = globalThis as { carillonDomainPolicies?: WeakMap<Database, Map<string, Remembered>> };

/** Of the process: the desk takes in what servers send, an action decides about them, and they are of different bundles. */
shared.carillonDomainPolicies ??= new WeakMap();
const remembered = shared.carillonDomainPolicies;
const MOST_REMEMBERED = 5000;

async function standingOf(db: Database, domain: string): Promise<Standing> {
  const known = remembered.get(db) ?? new Map<string, Remembered>();
  remembered.set(db, known);
  const kept = known.get(domain);
  if (kept && kept.until > Date.now()) return kept;
  const standing = await lookUp(db, domain);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(domain, { ...standing, until: Date.now() + REMEMBERED_MS });
  return standing;
}

async function lookUp(db: Database, domain: string): Promise<Standing> {
  const [found, settings] = await Promise.all([
    db
      .select()
      .from(domainPolicies)
      .where(inArray(domainPolicies.domain, namesOf(domain))),
    db
      .select({ mode: sql<string | null>`${instanceSettings.data} ->> 'federationMode'` })
      .from(instanceSettings),
  ]);
  const policy = decisive(found);
  const isListed = found.some(({ severity }) => severity === "allow");
  const isShut = settings[0]?.mode === "listed" && !isListed && !isOwn(domain);
  return { policy, isCutOff: policy?.severity === "suspend" || isShut };
}

/** A suspension anywhere; else what stands nearest, which has the longest name. */
function decisive(found: DomainPolicy[]): DomainPolicy | null {
  const nearestFirst = found.toSorted((a, b) => b.domain.length - a.domain.length);
  return nearestFirst.find(({ severity }) => severity === "suspend") ?? nearestFirst[0] ?? null;
}

/** The domain itself, without its port, and all names above that one. */
function namesOf(domain: string): string[] {
  const host = domain.replace(/:\d+$/, "").replace(/\.$/, "");
  const labels = host.split(".");
  return [domain, ...labels.map((_, index) => labels.slice(index).join("."))];
}

function isOwn(domain: string): boolean {
  return domain === new URL(env().ORIGIN).host;
}
