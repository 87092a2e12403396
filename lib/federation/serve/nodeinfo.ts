import { and, eq, inArray, isNotNull, isNull, notExists } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { env } from "@/lib/core/env";
import { inLanguage } from "@/lib/core/text/in-language";
import { version } from "@/lib/core/version";
import { waitingOwner } from "@/lib/identities/queries";
import { readInstance } from "@/lib/instance/settings";
import { serverUri } from "../uris";

const nodeInfoVersions = ["2.0", "2.1"] as const;

export type NodeInfoVersion = (typeof nodeInfoVersions)[number];

/** The schema of a version: the `rel` of the link to it, and the profile of its content type. */
export function nodeInfoSchema(version: NodeInfoVersion): string {
  return `http://nodeinfo.diaspora.software/ns/schema/${version}`;
}

/** Where NodeInfo is, and the server's own actor (FEP-2677), which Mobilizon follows. */
export function nodeInfoLinks(): { links: { rel: string; href: string }[] } {
  const versions = nodeInfoVersions.map((one) => ({
    rel: nodeInfoSchema(one),
    href: `${env().ORIGIN}/nodeinfo/${one}`,
  }));
  const application = { rel: "https://www.w3.org/ns/activitystreams#Application", href: serverUri() };
  return { links: [...versions, application] };
}

/**
 * What this server runs and how much is on it. Users are counted as identities, not as accounts: the difference of the two
 * would tell how many belong together.
 */
export async function readNodeInfo(db: Database, asked: NodeInfoVersion): Promise<object> {
  const [settings, users, localPosts, localComments] = await Promise.all([
    readInstance(db),
    countIdentities(db),
    countEvents(db),
    countComments(db),
  ]);
  const { ORIGIN, SOURCE_URL } = env();
  const about = inLanguage(settings.shortDescription, settings.language);
  const repository = asked === "2.1" && SOURCE_URL ? { repository: SOURCE_URL } : {};
  return {
    version: asked,
    software: { name: "carillon", version, ...repository },
    protocols: ["activitypub"],
    services: { inbound: [], outbound: ["atom1.0"] },
    openRegistrations: settings.registration === "open",
    usage: { users: { total: users }, localPosts, localComments },
    metadata: {
      nodeName: settings.name || new URL(ORIGIN).host,
      ...(about && { nodeDescription: about.text }),
      ...(settings.contact && { contact: settings.contact }),
    },
  };
}

function countIdentities(db: Database): Promise<number> {
  const { domain, kind, deletedAt } = actors;
  const isHere = and(isNull(domain), eq(kind, "person"), isNull(deletedAt), notExists(waitingOwner(db)));
  return db.$count(actors, isHere);
}

function countEvents(db: Database): Promise<number> {
  const { domain, publishedAt, visibility, deletedAt } = events;
  return db.$count(
    events,
    and(isNull(domain), isNotNull(publishedAt), eq(visibility, "public"), isNull(deletedAt)),
  );
}

async function countComments(db: Database): Promise<number> {
  const own = db.select({ id: actors.id }).from(actors).where(isNull(actors.domain));
  const said = and(
    eq(comments.status, "visible"),
    isNull(comments.deletedAt),
    inArray(comments.authorId, own),
  );
  return db.$count(comments, said);
}
