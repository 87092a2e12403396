import { eq, inArray } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { moderationLog } from "@/db/schema/moderation-log";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { type Moderated, moderatedLetter } from "./letters/moderated";
import type { Person } from "./people";
import { mailKey, writeTo } from "./write-to";

type Kind =
  | "identity.warned"
  | "identity.limited"
  | "identity.suspended"
  | "identity.unsuspended"
  | "event.removed"
  | "event.let_through"
  | "event.turned_back"
  | "comment.removed";
type Fact = Recorded<FactOf<Kind>>;

/** Tells whom it is about what moderators did and why: of an event all who host it. What was done to an account has a mail of its own. */
export async function tellModerated(tx: Context, fact: Fact): Promise<void> {
  if ("withAccount" in fact) return;
  const done = await whatWasDone(tx, fact);
  if (!done) return;
  const why = "logId" in fact ? await reasonOf(tx, fact.logId) : "";
  // They may be out of sight by now: that is what they are told.
  const { id, name, handle, domain } = actors;
  const people: Person[] = await tx.db
    .select({ id, name, handle, domain })
    .from(actors)
    .where(inArray(id, done.actorIds));
  for (const person of people)
    await writeTo(tx, person.id, {
      key: mailKey(fact, person.id),
      write: (reader) => moderatedLetter(done.letter, { person, why }, reader),
    });
}

type Done = { letter: Moderated; actorIds: string[] };

async function whatWasDone(tx: Context, fact: Fact): Promise<Done | null> {
  switch (fact.kind) {
    case "identity.warned":
      return { letter: { what: "warned" }, actorIds: [fact.actorId] };
    case "identity.limited":
      return { letter: { what: "limited" }, actorIds: [fact.actorId] };
    case "identity.unsuspended":
      return { letter: { what: "unsuspended" }, actorIds: [fact.actorId] };
    case "identity.suspended":
      return suspensionOf(tx, fact.actorId);
    case "event.removed":
    case "event.let_through":
    case "event.turned_back":
      return eventOf(tx, fact);
    case "comment.removed":
      return commentOf(tx, fact.commentId);
  }
}

const aboutEvents = {
  "event.removed": "removedEvent",
  "event.let_through": "letThrough",
  "event.turned_back": "turnedBack",
} as const;

async function eventOf(
  { db }: Context,
  { kind, eventId, organizerId, hostIds = [] }: Extract<Fact, { hostIds?: string[] }>,
): Promise<Done | null> {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  if (!event) return null;
  const { title, slug } = event;
  return { letter: { what: aboutEvents[kind], title, slug }, actorIds: [organizerId, ...hostIds] };
}

async function suspensionOf({ db }: Context, actorId: string): Promise<Done | null> {
  const [actor] = await db.select().from(actors).where(eq(actors.id, actorId));
  if (!actor?.suspendedAt) return null;
  return { letter: { what: "suspended", until: actor.suspendedUntil }, actorIds: [actorId] };
}

async function commentOf({ db }: Context, commentId: string): Promise<Done | null> {
  const [found] = await db
    .select({ authorId: comments.authorId, title: events.title })
    .from(comments)
    .innerJoin(events, eq(events.id, comments.eventId))
    .where(eq(comments.id, commentId));
  return found
    ? { letter: { what: "removedComment", title: found.title }, actorIds: [found.authorId] }
    : null;
}

async function reasonOf({ db }: Context, logId: number): Promise<string> {
  const [row] = await db
    .select({ reason: moderationLog.reason })
    .from(moderationLog)
    .where(eq(moderationLog.id, logId));
  return row?.reason ?? "";
}
