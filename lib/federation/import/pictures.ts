import { and, eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { remoteActors } from "@/db/schema/remote-actors";
import { remoteEvents } from "@/db/schema/remote-events";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { Network } from "@/lib/core/net/guarded-agent";
import { safeFetch } from "@/lib/core/net/safe-fetch";
import { managersOf } from "@/lib/events/hosts/hosting";
import { findDomainPolicy, isCutOff } from "@/lib/instance/domain-policy";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { removePicture } from "@/lib/media/remove";
import { storePicture } from "@/lib/media/store";

/** What shows a picture of another server. */
export type Shower = { kind: "avatar" | "banner" | "event"; ofId: string };

type Wanted = { url: string; alt: string; domain: string };

const types = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];

/** Each. The limit that administrators set is for what people send (decision 0042). */
const MOST_BYTES = 4 * 1024 * 1024;

/** One after the other, so that slow servers keep nothing else waiting. */
export function enqueuePicture(tx: Context, { kind, ofId }: Shower): Promise<void> {
  return enqueue(tx, {
    task: "fetch-picture",
    payload: { kind, ofId },
    key: `fetch-picture:${kind}:${ofId}`,
    queue: "fetch-pictures",
    maxAttempts: 5,
  });
}

/**
 * The job `fetch-picture`: takes a picture of another server in, made anew and served from here, so that its server never
 * learns who looks. What is too large, no picture, or of a server without pictures here (`reject_media`) is left out; a
 * server that is down is asked again.
 */
export async function fetchPicture(ctx: Context, shower: Shower, network?: Network): Promise<void> {
  const wanted = await findWanted(ctx, shower);
  if (!wanted || (await isRejected(ctx, wanted))) return;
  const fetched = await safeFetch(wanted.url, { types, maxBytes: MOST_BYTES, ...(network && { network }) });
  if ("refusal" in fetched) {
    if (fetched.refusal === "unreachable") throw new Error("picture unreachable");
    return;
  }
  if (fetched.status >= 500) throw new Error(`picture answered ${fetched.status}`);
  if (fetched.status > 299) return;
  try {
    await inTransaction(ctx, (tx) => show(tx, shower, { ...wanted, file: fetched.body }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function isRejected({ db }: Context, { url, domain }: Wanted): Promise<boolean> {
  const policies = await Promise.all([findDomainPolicy(db, domain), findDomainPolicy(db, new URL(url).host)]);
  const isShut = policies.some(
    (policy) => policy?.severity === "reject_media" || policy?.severity === "suspend",
  );
  // Many keep their pictures under another name: where only listed servers exchange, it is their own that counts.
  return isShut || isCutOff(db, domain);
}

async function findWanted({ db }: Context, { kind, ofId }: Shower): Promise<Wanted | null> {
  if (kind === "event") {
    const [found] = await db
      .select({ url: remoteEvents.pictureUrl, alt: remoteEvents.pictureAlt, domain: events.domain })
      .from(remoteEvents)
      .innerJoin(events, eq(events.id, remoteEvents.eventId))
      .where(eq(remoteEvents.eventId, ofId));
    return found?.url && found.domain ? { url: found.url, alt: found.alt, domain: found.domain } : null;
  }
  const [found] = await db
    .select({ avatar: remoteActors.avatarUrl, banner: remoteActors.bannerUrl, domain: actors.domain })
    .from(remoteActors)
    .innerJoin(actors, eq(actors.id, remoteActors.actorId))
    .where(eq(remoteActors.actorId, ofId));
  const url = found?.[kind];
  return url && found.domain ? { url, alt: "", domain: found.domain } : null;
}

/** Nothing, if its server says another picture meanwhile: that one has a job of its own. */
async function show(tx: Context, shower: Shower, { file, ...wanted }: Wanted & { file: Uint8Array }) {
  const now = await findWanted(tx, shower);
  if (now?.url !== wanted.url) return;
  const kind = shower.kind === "event" ? "picture" : shower.kind;
  const { id } = await storePicture(tx, { file, kind, field: kind, alt: now.alt });
  await (shower.kind === "event" ? showAtEvent(tx, shower.ofId, id) : showAtActor(tx, shower, id));
}

async function showAtEvent(tx: Context, eventId: string, pictureId: string): Promise<void> {
  const [before] = await tx.db.select().from(events).where(eq(events.id, eventId)).for("update");
  await tx.db.update(events).set({ pictureId }).where(eq(events.id, eventId));
  await removePicture(tx, before?.pictureId ?? null);
  if (!before) return;
  const as = { ...tx, actor: { kind: "identity" as const, actorId: before.organizerId } };
  await record(as, { kind: "event.updated", eventId, ...managersOf(before), changed: ["pictureId"] });
}

async function showAtActor(tx: Context, { kind, ofId }: Shower, mediaId: string): Promise<void> {
  const isOne = and(eq(actors.id, ofId));
  const [before] = await tx.db.select().from(actors).where(isOne).for("update");
  await tx.db
    .update(actors)
    .set(kind === "avatar" ? { avatarId: mediaId } : { bannerId: mediaId })
    .where(isOne);
  await removePicture(tx, (kind === "avatar" ? before?.avatarId : before?.bannerId) ?? null);
  const as = { ...tx, actor: { kind: "identity" as const, actorId: ofId } };
  await record(as, { kind: "identity.updated", actorId: ofId });
}
