import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import * as z from "zod";
import { type Server, servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import type { Network } from "@/lib/core/net/guarded-agent";
import { safeFetch } from "@/lib/core/net/safe-fetch";
import { isCutOff } from "@/lib/instance/domain-policy";
import { enqueueAll } from "@/lib/jobs/enqueue";
import { isSameOrigin } from "./uris";

/** What a server says of itself. All is empty or null where it says nothing that can be read. */
export type About = Pick<Server, "software" | "version" | "applicationUri">;

const SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/";
/** FEP-2677: the server's own actor. */
const APPLICATION = "https://www.w3.org/ns/activitystreams#Application";

const link = z.looseObject({ rel: z.string(), href: z.string().max(2000) });
const linksSchema = z.looseObject({ links: z.array(z.unknown()).max(50) });
const infoSchema = z.looseObject({
  software: z.looseObject({ name: z.string().max(100), version: z.string().max(100).catch("") }),
});

const WEEK = 7 * 86_400_000;
/** Servers that are asked in one round of time. */
const MOST_AT_ONCE = 200;

/**
 * The job `ask-server`: asks a server for its software and its own actor (NodeInfo 2.1 or 2.0, FEP-2677) and remembers
 * both: by them it is told about events in a form that it shows. One that says nothing is asked again in a week.
 */
export async function askServer(
  ctx: Context,
  domain: string,
  { network }: { network?: Network } = {},
): Promise<About> {
  const about = (await isCutOff(ctx.db, domain)) ? nothing : await ask(domain, network);
  const values = { ...about, askedAt: ctx.now };
  await ctx.db
    .insert(servers)
    .values({ domain, createdAt: ctx.now, ...values })
    .onConflictDoUpdate({ target: servers.domain, set: values });
  return about;
}

/** Time has come to ask again, or for the first time. */
export async function askDueServers(ctx: Context): Promise<void> {
  const due = or(isNull(servers.askedAt), lt(servers.askedAt, new Date(ctx.now.getTime() - WEEK)));
  const rows = await ctx.db
    .select({ domain: servers.domain })
    .from(servers)
    .where(and(due, eq(servers.failures, 0)))
    .orderBy(asc(servers.askedAt))
    .limit(MOST_AT_ONCE);
  await enqueueAll(ctx, {
    task: "ask-server",
    jobs: rows.map(({ domain }) => ({ payload: { domain }, key: `ask-server:${domain}` })),
    maxAttempts: 3,
  });
}

const nothing: About = { software: "", version: "", applicationUri: null };

async function ask(domain: string, network?: Network): Promise<About> {
  const found = await findLinks(domain, network);
  if (!found) return nothing;
  const hrefOf = (rel: string) => found.links.find((one) => one.rel === rel)?.href;
  const applicationUri = hrefOf(APPLICATION) ?? null;
  const href = hrefOf(`${SCHEMA}2.1`) ?? hrefOf(`${SCHEMA}2.0`);
  const info = infoSchema.safeParse(href && (await readJson(href, network)));
  const { name, version } = info.success ? info.data.software : { name: "", version: "" };
  return {
    software: name.trim().toLowerCase(),
    version: version.trim(),
    // Nobody speaks for another server.
    applicationUri: applicationUri && isSameOrigin(applicationUri, found.origin) ? applicationUri : null,
  };
}

/** Test networks have no certificates. */
async function findLinks(domain: string, network?: Network) {
  const schemes = env().ALLOW_PRIVATE_NETWORK === "on" ? ["https", "http"] : ["https"];
  for (const scheme of schemes) {
    const origin = `${scheme}://${domain}`;
    const read = linksSchema.safeParse(await readJson(`${origin}/.well-known/nodeinfo`, network));
    if (read.success)
      return { origin, links: read.data.links.flatMap((one) => link.safeParse(one).data ?? []) };
  }
  return null;
}

async function readJson(url: string, network?: Network): Promise<unknown> {
  const wish = {
    types: ["application/json", "application/activity+json"],
    maxBytes: 256 * 1024,
    ...(network && { network }),
  };
  const answer = await safeFetch(url, wish);
  if ("refusal" in answer || answer.status !== 200) return null;
  try {
    return JSON.parse(new TextDecoder().decode(answer.body));
  } catch {
    return null;
  }
}
