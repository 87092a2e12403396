import type { Database } from "@/db/client";
import { type ActorRow, actors } from "@/db/schema/actors";
import { remoteActors } from "@/db/schema/remote-actors";
import { servers } from "@/db/schema/servers";
import { renderMarkdown } from "@/lib/core/text/markdown";

const DAY = 86_400_000;

const people = {
  cloches: {
    domain: "bells.example",
    kind: "group",
    name: "Les Cloches de Lyon",
    summary: "Huit cloches, quarante bras.",
  },
  noor: {
    domain: "bells.example",
    kind: "person",
    name: "Noor Haddad",
    summary: "Strings, solder and slow trains.",
  },
  tove: { domain: "social.example", kind: "person", name: "Tove Lind", summary: "" },
} as const;

export type HandleElsewhere = keyof typeof people;

/** Somebody of another server, as that server would have told. */
export async function addPersonElsewhere(
  tx: Database,
  handle: HandleElsewhere,
  now: Date,
): Promise<ActorRow> {
  const { domain, kind, name, summary } = people[handle];
  const uri = `https://${domain}/@${handle}`;
  const [actor] = await tx
    .insert(actors)
    .values({ kind, handle, domain, name, uri, summaryHtml: renderMarkdown(summary) })
    .returning();
  await tx.insert(remoteActors).values({
    actorId: actor!.id,
    inbox: `${uri}/inbox`,
    sharedInbox: `https://${domain}/inbox`,
    followers: `${uri}/followers`,
    url: uri,
    refreshedAt: now,
  });
  return actor!;
}

/** Two that work, and one that does not. */
export async function addServers(tx: Database, now: Date): Promise<void> {
  const [anHourAgo, yesterday] = [new Date(now.getTime() - 3_600_000), new Date(now.getTime() - DAY)];
  await tx.insert(servers).values([
    {
      domain: "bells.example",
      software: "mobilizon",
      version: "5.1.3",
      askedAt: yesterday,
      receivedAt: anHourAgo,
      deliveredAt: anHourAgo,
    },
    {
      domain: "social.example",
      software: "mastodon",
      version: "4.5.0",
      askedAt: yesterday,
      receivedAt: yesterday,
    },
    {
      domain: "agenda.example",
      software: "gancio",
      version: "1.21.0",
      askedAt: yesterday,
      failures: 9,
      failingSince: yesterday,
      retryAt: new Date(now.getTime() + 6 * 3_600_000),
    },
  ]);
}
