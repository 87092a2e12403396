import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, sentActivities } from "@/db/schema/activities";
import type { ActorRow } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import { servers } from "@/db/schema/servers";
import { createIdentity, createRemoteActor, now } from "@/db/testing/factories";
import { getServerActor } from "../../server-actor";

/** What waits to go out, in the order in which it was said: to which servers, and what, without its context. */
export async function said(db: Database): Promise<{ to: string[]; activity: Record<string, unknown> }[]> {
  const rows = await db
    .select({ id: sentActivities.id, body: sentActivities.body, domain: deliveries.domain })
    .from(sentActivities)
    .innerJoin(deliveries, eq(deliveries.sentActivityId, sentActivities.id))
    .orderBy(deliveries.id);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((group) => {
    const { "@context": _, ...activity } = JSON.parse(group[0]!.body);
    return { to: group.map(({ domain }) => domain).sort(), activity };
  });
}

/** As a text to compare with what is kept in a file. */
export async function saidText(db: Database): Promise<string> {
  return `${JSON.stringify(await said(db), null, 2)}\n`;
}

/** Ada of this server, and somebody of a server of each kind who follows her; `relay` follows this server. */
export async function surroundings(db: Database) {
  const ada = await createIdentity(db, { handle: "ada", name: "Ada Marchand" });
  const far = async (domain: string, software: string) => {
    const [handle] = domain.split(".");
    await db.insert(servers).values({ domain, software });
    return createRemoteActor(db, { domain, handle: `of_${handle}` });
  };
  const people = {
    grace: await far("mobilizon.example", "mobilizon"),
    alan: await far("mastodon.example", "mastodon"),
    hedy: await far("gotosocial.example", "gotosocial"),
    relay: await far("relay.example", "mobilizon"),
  };
  for (const one of [people.grace, people.alan, people.hedy]) await follow(db, one, ada);
  await follow(db, people.relay, await getServerActor({ db }));
  return { ada, ...people };
}

export async function follow(db: Database, follower: Pick<ActorRow, "id">, followed: Pick<ActorRow, "id">) {
  await db
    .insert(follows)
    .values({ followerId: follower.id, followedId: followed.id, uri: `urn:${follower.id}:${followed.id}` });
}

/** The context of a reader. */
export function reading(db: Database) {
  return { db, actor: { kind: "system" as const }, now };
}

/** A fact as readers hear it. */
export function fact<F extends { kind: string }>(values: F) {
  return { factId: 7, origin: "local" as const, at: now, doerId: null, ...values };
}
