import { and, eq, or } from "drizzle-orm";
import { actorFields, actors } from "@/db/schema/actors";
import { announcements } from "@/db/schema/announcements";
import { blockedDomains, blocks, mutedWords } from "@/db/schema/blocks";
import { commentMentions } from "@/db/schema/comments";
import { eventAutosaves } from "@/db/schema/event-autosaves";
import { eventContacts } from "@/db/schema/event-hosts";
import { eventInvitations } from "@/db/schema/event-invitations";
import { feedTokens } from "@/db/schema/feed-tokens";
import { follows } from "@/db/schema/follows";
import { notificationSettings } from "@/db/schema/notification-settings";
import { pictureUploads } from "@/db/schema/picture-uploads";
import { type Context, inTransaction } from "@/lib/core/context";
import { endIdentity } from "@/lib/identities/delete";
import { hasOwner } from "@/lib/identities/own";
import { record } from "@/lib/journal/record";
import { removePicture } from "@/lib/media/remove";
import { eraseNextComment } from "./erase-comment";
import { eraseNextEvent } from "./erase-event";
import { eraseNextHosting } from "./erase-hosting";
import { eraseNextParticipation } from "./erase-participation";
import { eraseReceived } from "./erase-received";
import { eraseReports } from "./erase-reports";

/**
 * The job `erase-identity`: cancels what an identity organises and tells those who were to come, unless somebody hosts it
 * too and takes it over; stops hosting, gives its places back, takes its comments away, and forgets all else but handle
 * and address, which nobody gets again. One transaction a step, so it may be killed anywhere and starts where it stopped.
 * An identity that still belongs to somebody is never touched.
 */
export async function eraseIdentity(ctx: Context, actorId: string): Promise<void> {
  const step = (work: (tx: Context, actorId: string) => Promise<boolean>) =>
    inTransaction({ ...ctx, actor: { kind: "identity", actorId } }, async (tx) => {
      await waitForOthers(tx, actorId);
      return work(tx, actorId);
    });
  if (!(await step(beginErasing))) return;
  while (await step(eraseNextEvent));
  while (await step(eraseNextHosting));
  while (await step(eraseNextParticipation));
  while (await step(eraseNextComment));
  await step(eraseFace);
}

/** Should the job run twice at a time, its steps come one after the other: none may take another's for the last. */
async function waitForOthers({ db }: Context, actorId: string): Promise<void> {
  await db.select({ id: actors.id }).from(actors).where(eq(actors.id, actorId)).for("no key update");
}

/** Identities of a deleted account are not marked yet when their time comes. */
async function beginErasing(tx: Context, actorId: string): Promise<boolean> {
  const [actor] = await tx.db
    .select({ domain: actors.domain })
    .from(actors)
    .where(and(eq(actors.id, actorId), eq(actors.kind, "person")));
  if (!actor || actor.domain !== null || (await hasOwner(tx.db, actorId))) return false;
  await endIdentity(tx, actorId);
  return true;
}

/** Comes last: an empty name says that there is nothing more to do. */
async function eraseFace(tx: Context, actorId: string): Promise<boolean> {
  const [face] = await tx.db.select().from(actors).where(eq(actors.id, actorId));
  await tx.db.delete(actorFields).where(eq(actorFields.actorId, actorId));
  await tx.db.delete(eventAutosaves).where(eq(eventAutosaves.editorId, actorId));
  await tx.db.delete(announcements).where(eq(announcements.authorId, actorId));
  await tx.db.delete(eventContacts).where(eq(eventContacts.actorId, actorId));
  await tx.db.delete(eventInvitations).where(eq(eventInvitations.actorId, actorId));
  await tx.db
    .update(eventInvitations)
    .set({ invitedById: null })
    .where(eq(eventInvitations.invitedById, actorId));
  await tx.db.delete(commentMentions).where(eq(commentMentions.actorId, actorId));
  await tx.db.delete(notificationSettings).where(eq(notificationSettings.actorId, actorId));
  await eraseReports(tx, actorId);
  await tx.db.delete(blocks).where(or(eq(blocks.blockerId, actorId), eq(blocks.blockedId, actorId)));
  await tx.db.delete(blockedDomains).where(eq(blockedDomains.blockerId, actorId));
  await tx.db.delete(mutedWords).where(eq(mutedWords.actorId, actorId));
  await tx.db.delete(feedTokens).where(eq(feedTokens.actorId, actorId));
  await tx.db.delete(follows).where(or(eq(follows.followerId, actorId), eq(follows.followedId, actorId)));
  await tx.db
    .update(actors)
    .set({ name: "", summary: "", summaryHtml: "", avatarId: null, bannerId: null, updatedAt: tx.now })
    .where(eq(actors.id, actorId));
  const unsaved = await tx.db
    .delete(pictureUploads)
    .where(eq(pictureUploads.uploaderId, actorId))
    .returning({ mediaId: pictureUploads.mediaId });
  for (const { mediaId } of unsaved) await removePicture(tx, mediaId);
  await removePicture(tx, face?.avatarId ?? null);
  await removePicture(tx, face?.bannerId ?? null);
  if (face) await eraseReceived(tx, face.uri);
  if (face?.name) await record(tx, { kind: "identity.erased", actorId });
  return false;
}
