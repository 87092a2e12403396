import { randomUUID } from "node:crypto";
import type { ActorRow } from "@/db/schema/actors";
import { announcements } from "@/db/schema/announcements";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import { createAccount, createComment } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";

/** What the acts of the role matrix are tried on. */
export type Scene = {
  event: Event;
  draft: Event;
  waiting: Participation;
  stranger: ActorRow;
  host: ActorRow;
  asked: Event;
};

/** Something that the stranger said. */
export async function comment(
  { db }: Context,
  { event, stranger }: Scene,
  status?: "waiting",
): Promise<string> {
  return (await createComment(db, event, { authorId: stranger.id, status })).id;
}

export async function plannedMessage({ db }: Context, { event }: Scene): Promise<string> {
  const uri = randomUUID();
  const planned = {
    eventId: event.id,
    statuses: ["approved" as const],
    subject: "",
    body: "Bring cups.",
    uri,
  };
  const [row] = await db
    .insert(announcements)
    .values({ ...planned, sendAt: event.startsAt! })
    .returning();
  return row!.id;
}

export async function applicant({ db }: Context): Promise<string> {
  return (await createAccount(db, { approvedAt: null, application: "I sing." })).id;
}
