import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { actorKeys } from "@/db/schema/actor-keys";
import { type ActorRow, actorFields, actors } from "@/db/schema/actors";
import { remoteActors } from "@/db/schema/remote-actors";
import { servers } from "@/db/schema/servers";
import { type Context, inTransaction } from "@/lib/core/context";
import { randomSlug } from "@/lib/core/text/random-slug";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { removePicture } from "@/lib/media/remove";
import { enqueuePicture } from "./pictures";
import type { ReadActor } from "./read-actor";

/**
 * Writes down what an actor's own server says of it. Whoever had its name before, under another id, gets out of the way:
 * `keepsName` says that the other one is still called so there. Who changed how they look is told; a new one is not.
 */
export function storeActor(ctx: Context, read: ReadActor, { keepsName = false } = {}): Promise<ActorRow> {
  return inTransaction(ctx, async (tx) => {
    await takeName(tx, read.face);
    const face = await nameFree(tx, read.face, keepsName);
    const [before] = await tx.db.select().from(actors).where(eq(actors.uri, face.uri)).for("update");
    const [actor] = await tx.db
      .insert(actors)
      .values({ ...face, createdAt: tx.now, updatedAt: tx.now })
      .onConflictDoUpdate({ target: actors.uri, set: { ...face, deletedAt: unlessSuspended } })
      .returning();
    const fieldsChanged = await writeFields(tx, actor!.id, read.fields);
    await writeRemote(tx, actor!, read);
    await writeKey(tx, actor!, read.key);
    await knowServer(tx, face.domain!);
    if (before && (fieldsChanged || before.deletedAt || !isDeepStrictEqual(faceOf(before), faceOf(actor!))))
      await changed(tx, actor!);
    return actor!;
  });
}

/** Whom moderators took out of sight comes back by them alone. */
const unlessSuspended = sql`case when ${actors.suspendedAt} is null then null else ${actors.deletedAt} end`;

function faceOf({ kind, handle, name, summaryHtml }: ActorRow) {
  return { kind, handle, name, summaryHtml };
}

async function changed(tx: Context, { id }: ActorRow): Promise<void> {
  await tx.db.update(actors).set({ updatedAt: tx.now }).where(eq(actors.id, id));
  const as = { ...tx, actor: { kind: "identity" as const, actorId: id } };
  await record(as, { kind: "identity.updated", actorId: id });
}

/** There may be no row to lock yet: whoever is met by two at once would fail on the name, which is theirs alone too. */
async function takeName({ db }: Context, { handle, domain }: ReadActor["face"]): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${handle}@${domain}`}, 2))`);
}

/** A name stands for one actor of a server: the other one of the two is called by something added to it. */
async function nameFree(
  tx: Context,
  face: ReadActor["face"],
  keepsName: boolean,
): Promise<ReadActor["face"]> {
  const isSameName = and(
    eq(actors.handle, face.handle),
    eq(actors.domain, face.domain!),
    ne(actors.uri, face.uri),
  );
  const [other] = await tx.db.select({ id: actors.id }).from(actors).where(isSameName).for("update");
  if (!other) return face;
  const added = `${face.handle}-${randomSlug(6)}`;
  if (keepsName) return { ...face, handle: (await ownAddedName(tx, face)) ?? added };
  await tx.db.update(actors).set({ handle: added }).where(eq(actors.id, other.id));
  return face;
}

/** By which it got out of the way before: a name that changed each time could not be told from a new one. */
async function ownAddedName({ db }: Context, { uri, handle }: ReadActor["face"]): Promise<string | null> {
  const [own] = await db.select({ handle: actors.handle }).from(actors).where(eq(actors.uri, uri));
  return own?.handle.startsWith(`${handle}-`) ? own.handle : null;
}

async function writeFields(tx: Context, actorId: string, fields: ReadActor["fields"]): Promise<boolean> {
  const before = await tx.db
    .select({ name: actorFields.name, value: actorFields.value })
    .from(actorFields)
    .where(eq(actorFields.actorId, actorId))
    .orderBy(actorFields.position);
  if (isDeepStrictEqual(before, fields)) return false;
  await tx.db.delete(actorFields).where(eq(actorFields.actorId, actorId));
  if (fields.length > 0)
    await tx.db.insert(actorFields).values(fields.map((line, position) => ({ ...line, actorId, position })));
  return true;
}

/** Pictures are fetched by a job, and only when their address is another than the last time. */
async function writeRemote(tx: Context, actor: ActorRow, read: ReadActor): Promise<void> {
  const [before] = await tx.db.select().from(remoteActors).where(eq(remoteActors.actorId, actor.id));
  const { avatarUrl, bannerUrl } = read;
  const values = { ...read.remote, avatarUrl, bannerUrl, refreshedAt: tx.now };
  await tx.db
    .insert(remoteActors)
    .values({ ...values, actorId: actor.id })
    .onConflictDoUpdate({ target: remoteActors.actorId, set: values });
  for (const [kind, url, was, mediaId] of [
    ["avatar", avatarUrl, before?.avatarUrl, actor.avatarId],
    ["banner", bannerUrl, before?.bannerUrl, actor.bannerId],
  ] as const) {
    if (url === (was ?? null)) continue;
    if (url) await enqueuePicture(tx, { kind, ofId: actor.id });
    else await dropPicture(tx, actor.id, kind, mediaId);
  }
}

async function dropPicture(tx: Context, id: string, kind: "avatar" | "banner", mediaId: string | null) {
  await tx.db
    .update(actors)
    .set(kind === "avatar" ? { avatarId: null } : { bannerId: null })
    .where(eq(actors.id, id));
  await removePicture(tx, mediaId);
}

/** One key at a time: a new one takes the place of the old one, with which nothing is signed any more. */
async function writeKey(tx: Context, { id }: ActorRow, key: ReadActor["key"]): Promise<void> {
  if (!key) return;
  await tx.db
    .update(actorKeys)
    .set({ retiredAt: tx.now })
    .where(and(eq(actorKeys.actorId, id), ne(actorKeys.uri, key.uri), isNull(actorKeys.retiredAt)));
  await tx.db
    .insert(actorKeys)
    .values({ ...key, actorId: id, createdAt: tx.now })
    .onConflictDoUpdate({
      target: actorKeys.uri,
      set: { publicPem: key.publicPem, retiredAt: null },
      setWhere: and(eq(actorKeys.actorId, id), sql`${actorKeys.privateSealed} is null`),
    });
}

/** A server that is met for the first time is asked what it is. */
async function knowServer(tx: Context, domain: string): Promise<void> {
  const [met] = await tx.db
    .insert(servers)
    .values({ domain, createdAt: tx.now })
    .onConflictDoNothing()
    .returning();
  if (met)
    await enqueue(tx, {
      task: "ask-server",
      payload: { domain },
      key: `ask-server:${domain}`,
      maxAttempts: 5,
    });
}
