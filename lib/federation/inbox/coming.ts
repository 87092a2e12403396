import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { joinEvent } from "@/lib/participation/join";
import { findOwn } from "@/lib/participation/own";
import { isNews, type Said } from "@/lib/participation/said";
import { acceptOffer } from "@/lib/participation/waitlist/offer";
import type { Received } from "../activity";
import { sendAnswer } from "../outbox/answers";
import { findAttending } from "../outbox/participants";
import { answerActivity, ignoreActivity } from "../outbox/participation-activities";
import { sendActivity } from "../outbox/send";
import { handled, ignored, type Outcome, refused } from "./listener";
import { whenSaid } from "./when-said";

/** The event of this server with this id, as anybody may know of it. */
export async function findEventHere({ db }: Context, uri: string | null): Promise<Event | null> {
  if (!uri) return null;
  const [event] = await db
    .select()
    .from(events)
    .where(
      and(
        eq(events.uri, uri),
        isNull(events.domain),
        isNull(events.deletedAt),
        isNotNull(events.publishedAt),
      ),
    );
  return event ?? null;
}

type Saying = { activity: Received; word: Said["word"]; uri?: string | null };

/** What an activity says about an event of this server, and when. Refuses with `id_taken`. */
export async function saidBy(
  ctx: Context,
  event: Pick<Event, "id">,
  { activity, word, uri = activity.id }: Saying,
): Promise<Said> {
  if (uri && (await isTaken(ctx, event.id, uri))) throw conflict("id_taken");
  return { word, at: await whenSaid(ctx, activity), ...(uri && { uri }) };
}

/**
 * Somebody elsewhere says that they come to an event of this server. Whatever becomes of it, they hear of it: by its
 * fact, or, where nothing happened, from here.
 */
export async function hearComing(
  ctx: Context,
  event: Event,
  { activity, word }: { activity: Received; word: "join" | "accept" },
): Promise<Outcome> {
  const said = await saidBy(ctx, event, { activity, word });
  const before = await findOwn(ctx, event.id);
  if (before && !isNews(before, said)) return repeat(ctx, before, said);
  try {
    const { status } = await joinEvent(ctx, { eventId: event.id, message: messageIn(activity), said });
    // Whoever asks again when a place is held for them takes it.
    if (status === "offered" && before?.uri !== said.uri) await acceptOffer(ctx, event.id);
    else if (before?.status === status) await answerAgain(ctx, before.id, said);
    return handled;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await inTransaction(ctx, (tx) => turnDown(tx, event, { said, reason: error.reason }));
    return refused(error.reason);
  }
}

/** The same came again, or late: if it still counts, it is answered again. */
async function repeat(ctx: Context, before: Participation, said: Said): Promise<Outcome> {
  if (before.uri !== said.uri || before.status === "left") return ignored("outdated");
  await answerAgain(ctx, before.id, said);
  return handled;
}

function answerAgain(ctx: Context, participationId: string, { at, uri }: Said): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const found = await findAttending(tx, participationId);
    if (found) await sendAnswer(tx, found, { cause: `${uri} ${at.toISOString()} ${tx.now.toISOString()}` });
  });
}

type Refusal = { said: Said; reason: string };

/** They are told at once: nothing happened of which a fact could tell. */
async function turnDown(tx: Context, event: Event, { said, reason }: Refusal): Promise<void> {
  const [organizer] = await tx.db.select().from(actors).where(eq(actors.id, event.organizerId));
  const participantId = tx.actor.kind === "identity" ? tx.actor.actorId : "";
  const [participant] = await tx.db.select().from(actors).where(eq(actors.id, participantId));
  const joinUri = said.uri!;
  const participation = {
    uri: joinUri,
    said: said.word,
    status: "rejected" as const,
    offerEndsAt: null,
    reason: "",
  };
  const parties = { event, organizer: organizer!, participant: participant! };
  const cause = said.at.toISOString();
  const takesNone = reason === "event_without_joining" && said.word === "join";
  const activity = takesNone
    ? ignoreActivity({ ...parties, joinUri }, { cause })
    : answerActivity("Reject", { ...parties, participation }, { cause });
  await sendActivity(tx, { actorId: event.organizerId, activity, to: { actorIds: [participantId] } });
}

/** An id names one answer of one identity to one event: who uses it for another is not heard. */
async function isTaken({ db, actor }: Context, eventId: string, uri: string): Promise<boolean> {
  const [found] = await db.select().from(participations).where(eq(participations.uri, uri));
  const isOwn = actor.kind === "identity" && found?.actorId === actor.actorId && found.eventId === eventId;
  return found !== undefined && !isOwn;
}

function messageIn({ participationMessage }: Received): string {
  return typeof participationMessage === "string" ? participationMessage.trim().slice(0, 1000) : "";
}
