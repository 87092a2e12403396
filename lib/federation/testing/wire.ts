import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries, receivedActivities, sentActivities } from "@/db/schema/activities";
import type { ActorRow } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { now } from "@/db/testing/factories";
import type { Fact, FactKind, Recorded } from "@/lib/journal/facts";
import { findFact } from "@/lib/journal/find-fact";
import type { Document } from "../activity";
import { handleActivity } from "../inbox/handle";
import { tellParticipant } from "../outbox/answers";
import { forwardReport } from "../outbox/flags";
import { tellFollow, tellFollowAccepted, tellFollowRejected, tellUnfollow } from "../outbox/follows";
import { takeAsGiven, tellJoin, tellLeave, tellUnsure } from "../outbox/participation";

type Sender = Pick<ActorRow, "uri">;

/** A new id of something that this actor says. */
export function newIdOf({ uri }: Sender): string {
  return `${uri}/said/${randomUUID()}`;
}

/**
 * This actor of another server says something now, `minutes` after the usual time of tests. Answers with what became of
 * it: "handled", or why not.
 */
export async function hear(
  db: Database,
  sender: Sender,
  { minutes = 0, ...said }: Document & { type: string; minutes?: number },
): Promise<string> {
  const body: Document = { id: newIdOf(sender), actor: sender.uri, ...said };
  const at = minutesLater(minutes);
  const [received] = await db
    .insert(receivedActivities)
    .values({
      actorUri: sender.uri,
      activityUri: String(body.id),
      digest: randomUUID(),
      type: said.type,
      body,
      receivedAt: at,
    })
    .returning();
  await handleActivity({ db, actor: { kind: "system" }, now: at }, received!.id);
  const [became] = await db.select().from(receivedActivities).where(eq(receivedActivities.id, received!.id));
  return became!.outcome === "handled" ? "handled" : became!.reason;
}

export function minutesLater(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

type Teller = (tx: Parameters<typeof tellJoin>[0], fact: Recorded<never>) => Promise<void>;

const tellers: Partial<Record<FactKind, Teller[]>> = {
  "identity.followed": [tellFollow],
  "identity.follow_accepted": [tellFollowAccepted],
  "identity.follow_rejected": [tellFollowRejected],
  "identity.unfollowed": [tellUnfollow],
  "report.filed": [forwardReport],
  "participation.requested": [takeAsGiven, tellJoin],
  "participation.approved": [tellParticipant],
  "participation.waitlisted": [tellParticipant],
  "participation.offered": [tellParticipant],
  "participation.offer_lapsed": [tellParticipant],
  "participation.rejected": [tellParticipant],
  "participation.reconsidered": [tellParticipant],
  "participation.undecided": [tellUnsure],
  "participation.declined": [tellUnsure],
  "participation.left": [tellLeave],
};

/** Tells other servers of all that happened, as the worker does, so many minutes after the usual time of tests. */
export async function tellAll(db: Database, { minutes = 0 } = {}): Promise<void> {
  for (const { id } of await db.select({ id: journal.id }).from(journal).orderBy(asc(journal.id))) {
    const fact = (await findFact({ db }, id)) as Recorded<Fact>;
    for (const tell of tellers[fact.kind] ?? [])
      await tell({ db, actor: { kind: "system" }, now: minutesLater(minutes) }, fact as Recorded<never>);
  }
}

/** What left this server, in order, without its context. */
export async function said(db: Database): Promise<Document[]> {
  const rows = await db.select().from(sentActivities).orderBy(asc(sentActivities.id));
  return rows.map(({ body }) => {
    const { "@context": _context, ...activity } = JSON.parse(body) as Document;
    return activity;
  });
}

/** Where it goes. */
export async function inboxes(db: Database): Promise<string[]> {
  const rows = await db.select({ inbox: deliveries.inbox }).from(deliveries).orderBy(asc(deliveries.id));
  return rows.map(({ inbox }) => inbox);
}
